using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Tests.Mail;

public class OfficerAddressTests
{
    [Theory]
    [InlineData("Officers", "tech-protection")]
    [InlineData("Officers", "a@example.co.jp, b@example.co.jp")]
    [InlineData("Deputies", "a@example.co.jp\nBcc: b@example.co.jp")]
    [InlineData("Deputies", "代理@example.co.jp")]
    public void An_address_that_no_mail_would_reach_stops_the_start(string list, string mail) =>
        Assert.Contains(Faults(list, mail), fault => fault.Contains("mail address", StringComparison.Ordinal));

    [Theory]
    [InlineData("tech-protection+bot@example.co.jp")]
    [InlineData("")]
    public void A_sound_address_or_none_does_not(string mail) => Assert.Empty(Faults("Officers", mail));

    private static IReadOnlyList<string> Faults(string list, string mail)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"Company:{list}:0:Name"] = "山田 花子", [$"Company:{list}:0:Mail"] = mail,
        });
        return new KnowledgeLoader(settings.Build(), NullLogger<KnowledgeLoader>.Instance).ReadAll().Faults;
    }
}
