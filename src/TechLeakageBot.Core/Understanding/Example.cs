namespace TechLeakageBot.Core.Understanding;

/// <summary>A labelled message, from <c>knowledge/utterances/</c> or from a file to measure on.</summary>
/// <param name="Topics">Every topic that is right as the first one; empty where none is due.</param>
/// <param name="Bureau">The bureau id due for a message that names a place.</param>
/// <param name="Voice">Who wrote it, so that a whole writer can be held out.</param>
public sealed record Example(
    string Text,
    Language Language,
    Intent Intent,
    Severity Severity,
    IReadOnlyList<string> Topics,
    Command? Command = null,
    string? Bureau = null,
    int Voice = 1);
