using System.Globalization;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.Terminal;

/// <summary>A conversation in a terminal. Buttons are answered by their numbers; the end of the input ends it.</summary>
internal sealed class TerminalChat(TurnRunner turns, IOutbox outbox, TimeProvider time)
{
    /// <summary>This chat shows its replies itself; should it die in between, they are shown at its next start.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromDays(1);

    private static readonly ConversationKey Key = new("terminal", "terminal", Environment.UserName);

    public async Task RunAsync(TextReader input, TextWriter output, CancellationToken cancel)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
            || (Environment.GetEnvironmentVariable("LANG") ?? "ja").StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Language.English
            : Language.Japanese;
        await SayAsync(new Said.Joined(language), output, cancel);
        while (true)
        {
            await output.WriteAsync("> ".AsMemory(), cancel);
            if (await input.ReadLineAsync(cancel) is not { } line)
                return;
            await SayAsync(new Said.Text(line), output, cancel);
        }
    }

    private async Task SayAsync(Said said, TextWriter output, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        var rows = await turns.RunAsync(new Incoming(Key, id, "", said, time.GetUtcNow()), cancel, Hold);
        foreach (var row in rows)
        {
            if (row.Effect is not Effect.Reply reply)
                continue;
            await output.WriteLineAsync($"\n{PlainTextRenderer.Render(reply.Card, buttons: true)}\n".AsMemory(), cancel);
            await outbox.DeliveredAsync(row.Id, cancel);
        }
    }
}
