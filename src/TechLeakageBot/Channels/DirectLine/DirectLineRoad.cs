using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>
/// Answers in Direct Line conversations: into the transcript, from which clients read. The row's id makes the activity's, so a row
/// that is sent twice stands there once.
/// </summary>
internal sealed class DirectLineRoad(ITranscripts transcripts, ConversationHub hub, TimeProvider time) : IRoad
{
    public bool Carries(OutboxRow row) => row is { Conversation.Channel: DirectLineFeature.Channel, Effect: Effect.Reply };

    /// <summary>Each conversation has one person.</summary>
    public bool IsPrivate(OutboxRow row) => true;

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var id = $"out-{row.Id}";
        var now = time.GetUtcNow();
        var card = ((Effect.Reply)row.Effect).Card;
        await transcripts.AppendAsync(row.Conversation.Conversation, id, ActivityWriter.Message(card, id, now), now, cancel);
        hub.Wake(row.Conversation.Conversation);
        return new SendOutcome.Sent();
    }
}
