namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// The labels a model tells apart, as positions of a score row: first the kinds (an intent, with its severity or command),
/// then the topics.
/// </summary>
public sealed class Labels
{
    private static readonly Kind[] AllKinds =
    [
        .. Enum.GetValues<Severity>().Select(severity => new Kind(Intent.Situation, severity, null)),
        .. new[] { Intent.Knowledge, Intent.Contacts, Intent.Quiz, Intent.Checklist, Intent.Other }.Select(intent => new Kind(intent, Severity.Info, null)),
        .. Enum.GetValues<Command>().Select(command => new Kind(Intent.Command, Severity.Info, command)),
    ];

    private readonly Dictionary<string, int> topicIndex;

    public Labels(IEnumerable<string> topics)
    {
        Topics = [.. topics.Order(StringComparer.Ordinal)];
        topicIndex = Topics.Select((id, i) => (id, i)).ToDictionary(t => t.id, t => t.i, StringComparer.Ordinal);
    }

    public static IReadOnlyList<Kind> Kinds => AllKinds;

    public IReadOnlyList<string> Topics { get; }

    /// <summary>Length of a score row.</summary>
    public int Count => AllKinds.Length + Topics.Count;

    public static int KindOf(Example example) => Array.IndexOf(
        AllKinds,
        new Kind(
            example.Intent,
            example.Intent == Intent.Situation ? example.Severity : Severity.Info,
            example.Intent == Intent.Command ? example.Command ?? Command.Help : null));

    public int TopicOf(string id) => topicIndex[id];

    /// <summary>What a message is, as far as one choice decides it.</summary>
    public readonly record struct Kind(Intent Intent, Severity Severity, Command? Command);
}
