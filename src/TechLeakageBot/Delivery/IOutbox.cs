using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Delivery;

/// <summary>The effects that wait for their delivery. A method that returns has committed durably.</summary>
internal interface IOutbox
{
    /// <summary>
    /// The oldest waiting row of each lane, where it is due, oldest first. Alerts by chat, alerts by mail and the others take none of
    /// one another's places: at most <paramref name="most"/> of each.
    /// </summary>
    Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>When the next waiting row falls due after a time; null where none does.</summary>
    Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancel);

    /// <summary>When the oldest waiting alert was committed, due or not; null where none waits. One set aside has reached nobody either, so it counts.</summary>
    Task<DateTimeOffset?> OldestAlertAsync(CancellationToken cancel);

    Task<OutboxState> StateAsync(CancellationToken cancel);

    /// <summary>Puts a row that was set aside back.</summary>
    /// <returns>False where no such row is set aside.</returns>
    Task<bool> RetryAsync(long id, CancellationToken cancel);

    /// <summary>Deletes a row that has been delivered.</summary>
    Task DeliveredAsync(long id, CancellationToken cancel);

    /// <summary>Puts a row off.</summary>
    /// <param name="error">Why sending failed, which counts one more attempt; null where nothing failed and the row only has to wait.</param>
    Task PutOffAsync(long id, DateTimeOffset due, string? error, CancellationToken cancel);

    /// <summary>Sets a row aside for good: its road is closed. The row stays, for the officer to see; later rows of the conversation go on.</summary>
    Task SetAsideAsync(long id, string error, CancellationToken cancel);
}

/// <summary>An effect on its way.</summary>
/// <param name="Address">The conversation's newest address.</param>
/// <param name="Effect">A reply, an alert or a tell.</param>
/// <param name="Attempts">How often sending has failed.</param>
/// <param name="Lane">What carries the same lane goes one after another.</param>
internal sealed record OutboxRow(long Id, ConversationKey Conversation, string Address, Effect Effect, DateTimeOffset Created, int Attempts, string Lane)
{
    /// <summary>How the lanes of alerts begin.</summary>
    public const string AlertLane = "alert:";

    /// <summary>How the lanes of alerts by mail begin.</summary>
    public const string MailLane = AlertLane + "mail:";

    /// <summary>The conversation of a row that goes to no conversation: an alert names nobody.</summary>
    public static ConversationKey Nobody { get; } = new("", "", "");
}

/// <summary>What the outbox holds, for the desk and for whoever watches.</summary>
public sealed record OutboxState(long Alerts, long Others, DateTimeOffset? OldestAlert, IReadOnlyList<StuckRow> SetAside);

/// <summary>A row that was set aside. Names no person.</summary>
public sealed record StuckRow(long Id, string Kind, string Channel, DateTimeOffset Created, int Attempts, string? Error);
