using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a dialog may know beside the conversation itself.</summary>
/// <param name="At">When it is.</param>
/// <param name="Who">Who speaks, and where.</param>
/// <param name="NextNumber">The number that an incident opened now gets.</param>
/// <param name="Incidents">The incidents that <see cref="Dialog.Needs"/> named, as far as they exist.</param>
/// <param name="TraceKey">Keys the hashes by which contacts are known again.</param>
public sealed record Scene(DateTimeOffset At, Reporter Who, string NextNumber, IReadOnlyDictionary<string, Incident> Incidents, ReadOnlyMemory<byte> TraceKey)
{
    /// <summary>Nobody anywhere: for a message that is only read.</summary>
    public static Scene Alone { get; } = new(
        DateTimeOffset.UnixEpoch, new Reporter("", "", ""), IncidentNumber.Format(1970, 1), new Dictionary<string, Incident>(), new byte[32]);

    /// <summary>What is kept of the person's training.</summary>
    public Trainee Trainee { get; init; } = Trainee.New;

    /// <summary>The self-check, as far as <see cref="Dialog.NeedsCheck"/> asked for it.</summary>
    public CheckScene Check { get; init; } = CheckScene.None;

    /// <summary>Whether nobody but the person reads the conversation: incidents are shown in no other.</summary>
    public bool IsPrivate { get; init; } = true;

    public Incident? Find(string? number) => number is null ? null : Incidents.GetValueOrDefault(number);
}
