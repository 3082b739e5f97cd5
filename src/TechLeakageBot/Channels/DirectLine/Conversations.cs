using System.Security.Cryptography;
using System.Text;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>
/// Takes what a person does into the transcript and runs its turn. Once a message has come in whole, its turn runs to the end even
/// where the client has gone: it will find the answer when it is back.
/// </summary>
internal sealed class Conversations(TurnRunner turns, ITranscripts transcripts, ConversationHub hub, RunMode mode, TimeProvider time)
{
    /// <summary>Greets, once per conversation.</summary>
    public Task StartAsync(Ticket ticket, Language language) => RunAsync(ticket, "start", new Said.Joined(language));

    /// <summary>The id of the activity. The same client id again gives the same id, and runs no second turn.</summary>
    public async Task<string> PostAsync(Ticket ticket, PostedActivity activity)
    {
        var id = activity.ClientId is { } client
            ? $"in-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(client)).AsSpan(0, 16))}"
            : $"in-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        if (activity.Type is not ("message" or "event"))
            return id;

        // The echo first: an answer never stands before its question, and a turn that fails is run by the client's next try.
        var from = mode.IsLocal && activity.From?.Id is { Length: > 0 and <= ConversationKey.LongestPart } own ? own : ticket.Person;
        var echo = ActivityWriter.Echo(activity, id, from, time.GetUtcNow());
        var sequence = await transcripts.AppendAsync(ticket.Conversation, id, echo, time.GetUtcNow(), CancellationToken.None);
        if (activity.Type == "message")
        {
            await RunAsync(ticket, id, Translate(activity));
            await KeepReceiptAsync(ticket, activity, id, from, sequence);
        }

        hub.Wake(ticket.Conversation);
        return id;
    }

    /// <summary>
    /// A turn that forgets the person empties the transcript, the echo included. The client still waits for it, and would call the
    /// message failed: it gets one without the words.
    /// </summary>
    private async Task KeepReceiptAsync(Ticket ticket, PostedActivity activity, string id, string from, long sequence)
    {
        if (await transcripts.AfterAsync(ticket.Conversation, sequence - 1, 1, CancellationToken.None) is [var first, ..] && first.Sequence == sequence)
            return;
        var receipt = ActivityWriter.Receipt(activity, id, from, time.GetUtcNow());
        await transcripts.AppendAsync(ticket.Conversation, $"{id}-receipt", receipt, time.GetUtcNow(), CancellationToken.None);
    }

    private static Said Translate(PostedActivity activity) => activity switch
    {
        { Choice: { } choice } => new Said.Click(choice),
        { Text: { } text } when !string.IsNullOrWhiteSpace(text) => new Said.Text(text),
        { Attachments.Count: > 0 } => new Said.Files(),
        _ => new Said.Unknown(),
    };

    private Task<IReadOnlyList<OutboxRow>> RunAsync(Ticket ticket, string messageId, Said said) =>
        turns.RunAsync(new Incoming(ticket.Key, messageId, Address: "", said, time.GetUtcNow()), CancellationToken.None);
}
