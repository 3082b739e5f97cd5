using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.Terminal;

/// <summary>A conversation in a terminal. Buttons are answered by their numbers; the end of the input ends it.</summary>
internal sealed class TerminalChat(TurnRunner turns, IOutbox outbox, TimeProvider time)
{
    /// <summary>This chat shows its replies itself; should it die in between, its next start shows them.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    private const int MostDue = 100;

    private static readonly ConversationKey Key = new("terminal", "terminal", Environment.UserName);

    public async Task RunAsync(TextReader input, TextWriter output, CancellationToken cancel)
    {
        var language = (Environment.GetEnvironmentVariable("LANG") ?? "").StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Language.English
            : Language.Japanese;
        while (await LeftOverAsync(cancel) is { Length: > 0 } leftOver)
            await ShowAsync(leftOver, output, cancel);
        await SayAsync(new Said.Joined(language), output, cancel);
        while (true)
        {
            await output.WriteAsync("> ".AsMemory(), cancel);
            if (await input.ReadLineAsync(cancel) is not { } line)
                return;
            await SayAsync(new Said.Text(line), output, cancel);
        }
    }

    /// <summary>The next of the replies that an earlier chat did not come to show.</summary>
    private async Task<OutboxRow[]> LeftOverAsync(CancellationToken cancel) =>
        [.. (await outbox.DueAsync(time.GetUtcNow(), MostDue, cancel)).Where(row => row.Conversation == Key && row.Effect is Effect.Reply)];

    private async Task SayAsync(Said said, TextWriter output, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        await ShowAsync(await turns.RunAsync(new Incoming(Key, id, "", said, time.GetUtcNow()), cancel, Hold), output, cancel);
    }

    private async Task ShowAsync(IReadOnlyList<OutboxRow> rows, TextWriter output, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            if (row.Effect is not Effect.Reply reply)
                continue;
            await output.WriteLineAsync($"\n{PlainTextRenderer.Render(reply.Card, buttons: true)}\n".AsMemory(), cancel);
            await outbox.DeliveredAsync(row.Id, cancel);
        }
    }
}
