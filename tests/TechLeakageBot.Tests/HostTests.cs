namespace TechLeakageBot.Tests;

public class HostTests
{
    [Fact]
    public void Kebab_names_come_back() => Assert.Equal(Core.Understanding.Signal.GivenALittle, Knowledge.Names.Parse<Core.Understanding.Signal>("given-a-little"));
}
