using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.SelfCheck;

/// <summary>The self-check in the whole bot: a real store, restarts, and several devices.</summary>
public sealed class CheckHostTests : IAsyncLifetime
{
    private OfficersHost host = null!;

    private ISelfChecks Checks => host.Services.GetRequiredService<ISelfChecks>();

    public async ValueTask InitializeAsync() => host = await OfficersHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_goes_on_at_the_same_item_after_a_restart_and_on_another_device()
    {
        await SayAsync("自己点検");
        await SayAsync("1");
        await SayAsync("20番");
        await host.StartAgainAsync(later: TimeSpan.FromDays(3));
        Assert.Contains("自己点検 20/32", await SayAsync("続き"), StringComparison.Ordinal);
        Assert.Contains("自己点検 20/32", await SayAsync("自己点検", "phone"), StringComparison.Ordinal);
        Assert.Contains("自己点検 21/32", await SayAsync("まだ", "phone"), StringComparison.Ordinal);
        Assert.Equal([CheckAnswer.Yes, CheckAnswer.No], (await OwnAsync()).Select(own => own.Answer));
    }

    [Fact]
    public async Task Of_answers_sent_at_once_from_many_devices_one_counts_and_no_other_item_is_touched()
    {
        await SayAsync("自己点検");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(device => RunAsync(new Said.Click(new Choice(Verb.Check, 0, "1.1.Partly").Encode()), $"device {device}")));
        Assert.Equal(CheckAnswer.Partly, Assert.Single(await OwnAsync()).Answer);
    }

    [Fact]
    public async Task People_who_answer_first_at_once_share_one_round()
    {
        string[] people = ["a", "b", "c", "d", "e", "f"];
        foreach (var person in people)
            await SayAsync("自己点検", person: person);
        await Task.WhenAll(people.Select(person => SayAsync("1", person: person)));
        var sheet = Assert.Single(await Checks.SheetsAsync(host.Cancel));
        Assert.Equal(people.Length, Assert.Single(sheet.Counts).Yes);
    }

    [Fact]
    public async Task An_answer_after_the_officer_closed_the_round_is_told_and_lands_in_no_round()
    {
        await SayAsync("自己点検");
        await SayAsync("1");
        await Checks.CloseRoundAsync(1, host.Cancel);
        Assert.Contains("その回の点検は責任者が締め切りました", await SayAsync("まだ"), StringComparison.Ordinal);
        Assert.Single(await Checks.SheetsAsync(host.Cancel));
        await SayAsync("まだ");
        Assert.Equal(CheckAnswer.No, Assert.Single(await OwnAsync()).Answer);
    }

    [Fact]
    public async Task Forgetting_deletes_the_answers_of_the_open_round()
    {
        await SayAsync("自己点検");
        await SayAsync("1");
        await SayAsync("私のデータを消して");
        Assert.Contains("実施中の回への答えを消しました", await SayAsync("はい"), StringComparison.Ordinal);
        Assert.Empty(await OwnAsync());
    }

    private Task<IReadOnlyList<OwnAnswer>> OwnAsync() => Checks.OwnAsync(OfficersHost.Channel, "tanaka", host.Cancel);

    private Task<string> SayAsync(string text, string conversation = "desk", string person = "tanaka") => RunAsync(new Said.Text(text), $"{conversation} {person}", person);

    /// <returns>What the person is shown.</returns>
    private async Task<string> RunAsync(Said said, string conversation, string person = "tanaka")
    {
        var key = new ConversationKey(OfficersHost.Channel, conversation, person);
        var address = new Address(Address.OwnKind, host.Platform.Url, "msteams", conversation, "bot", person, IsPersonal: true).Encode();
        var rows = await host.Services.GetRequiredService<TurnRunner>().RunAsync(new Incoming(key, Guid.NewGuid().ToString("N"), address, said, host.Time.GetUtcNow()), host.Cancel);
        return string.Join('\n', rows.Select(row => row.Effect).OfType<Effect.Reply>().Select(reply => PlainTextRenderer.Render(reply.Card, buttons: true)));
    }
}
