using Microsoft.Extensions.Configuration;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Tests.Knowledge;

public class EscalationTests
{
    [Fact]
    public void The_example_says_what_holds_anyway()
    {
        var (escalation, faults) = Read();
        Assert.Empty(faults);
        Assert.Equal(Escalation.Default.Serious, escalation.Serious);
        Assert.Equal(Escalation.Default.Other, escalation.Other);
        Assert.Equal((Escalation.Default.AskFirst, Escalation.Default.Stalled), (escalation.AskFirst, escalation.Stalled));
    }

    [Fact]
    public void Each_time_can_be_set_by_itself()
    {
        var (escalation, faults) = Read(("Serious:0", "00:05:00"), ("AskFirst", "true"), ("Stalled", "3.00:00:00"));
        Assert.Empty(faults);
        Assert.Equal([TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(60), TimeSpan.FromHours(4)], escalation.Serious);
        Assert.Equal((true, TimeSpan.FromDays(3)), (escalation.AskFirst, escalation.Stalled));
    }

    [Theory]
    [InlineData("Serious:0", "15", "expected a time")]
    [InlineData("Serious:0", "-00:15:00", "expected a time")]
    [InlineData("Serious:0", "00:00:00", "expected a time")]
    [InlineData("Stalled", "91.00:00:00", "expected a time")]
    [InlineData("Serious:0", "01:00:00", "must rise")]
    [InlineData("Other:3", "04:00:00", "unknown setting")]
    [InlineData("AskFirst", "maybe", "true or false")]
    public void What_cannot_be_meant_is_a_fault_that_names_the_setting(string setting, string value, string fault)
    {
        var told = Assert.Single(Read((setting, value)).Faults);
        Assert.StartsWith($"Company:Escalation:{setting.Split(':')[0]}", told, StringComparison.Ordinal);
        Assert.Contains(fault, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("botframework:webchat")]
    public void Outside_local_mode_nobody_is_an_officer_where_anybody_takes_any_name(string channel)
    {
        (string, string?)[] chat = [("Company:Officers:0:Name", "山田 花子"), ("Company:Officers:0:Chats:0:Channel", channel), ("Company:Officers:0:Chats:0:Person", "officer")];
        Assert.Empty(Load(chat).Faults);
        Assert.Contains(Load([.. chat, ("BotFramework:AppId", "11111111-1111-1111-1111-111111111111")]).Faults, fault => fault.Contains("any name", StringComparison.Ordinal));
    }

    private static (Escalation Escalation, IReadOnlyList<string> Faults) Read(params IEnumerable<(string Name, string? Value)> settings)
    {
        var (company, faults) = Load(settings.Select(setting => ($"Company:Escalation:{setting.Name}", setting.Value)));
        return (company.Escalation, faults);
    }

    private static (Core.Company Company, IReadOnlyList<string> Faults) Load(IEnumerable<(string Name, string? Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
        var folder = new KnowledgeFolder(Path.Combine(AppContext.BaseDirectory, "knowledge"));
        var company = new CompanyFile(folder, new HandbookFiles(folder).Read()!, configuration).Read();
        return (company, [.. folder.Faults]);
    }
}
