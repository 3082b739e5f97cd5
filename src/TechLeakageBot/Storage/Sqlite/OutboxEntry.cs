using System.Globalization;
using System.Text.Json;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>An effect before it has its row in the outbox.</summary>
/// <param name="To">The conversation it goes to; null for an alert, which names nobody.</param>
internal sealed record OutboxEntry(ConversationKey? To, Effect Effect, string Lane, string Payload, long Created, long Due)
{
    private const string Insert =
        """
        INSERT INTO outbox (channel, person, conversation, kind, payload, created, due, lane)
            VALUES (@channel, @person, @conversation, @kind, @payload, @created, @due, @lane) RETURNING id
        """;

    /// <param name="reporter">Who hears what officers did; null where nobody known reported.</param>
    /// <exception cref="ArgumentException">Somebody unknown shall be told something.</exception>
    public static OutboxEntry Of(Effect effect, Reporter? reporter, DateTimeOffset now) => effect switch
    {
        Effect.Alert alert => new(null, alert, LaneOf(alert), Json(alert), Milliseconds.Of(now), Milliseconds.Of(now)),
        Effect.Tell when reporter is { } known => For(effect, new ConversationKey(known.Channel, known.Conversation, known.Person), now, now),
        _ => throw new ArgumentException($"A {effect.GetType().Name} of an incident has nobody to go to.", nameof(effect)),
    };

    public static OutboxEntry For(Effect effect, ConversationKey key, DateTimeOffset now, DateTimeOffset due) =>
        new(key, effect, $"{key.Channel}\n{key.Person}\n{key.Conversation}", Json(effect), Milliseconds.Of(now), Milliseconds.Of(due));

    /// <returns>The row's id.</returns>
    public long Add(SqliteStatements statements) => statements.Number(
        Insert,
        ("@channel", To?.Channel ?? ""),
        ("@person", To?.Person ?? ""),
        ("@conversation", To?.Conversation ?? ""),
        ("@kind", EffectKind.Of(Effect)),
        ("@payload", Payload),
        ("@created", Created),
        ("@due", Due),
        ("@lane", Lane));

    /// <summary>What comes into one officer's chat keeps its order; mails need none, and one that no server takes must hold up no other.</summary>
    private static string LaneOf(Effect.Alert alert) => alert.Road == Road.Mail
        ? string.Create(CultureInfo.InvariantCulture, $"{OutboxRow.MailLane}{alert.Number}:{alert.Event}")
        : $"{OutboxRow.AlertLane}chat:{alert.SiteId}";

    private static string Json(Effect effect) => JsonSerializer.Serialize(effect, Stored.Json.Effect);
}
