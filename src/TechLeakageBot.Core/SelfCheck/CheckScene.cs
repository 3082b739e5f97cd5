namespace TechLeakageBot.Core.SelfCheck;

/// <summary>What a dialog knows of the self-check when the turn is about it.</summary>
/// <param name="Sheets">Every round, oldest first; the last one may be open.</param>
/// <param name="Own">What the person answered in the open round.</param>
public sealed record CheckScene(IReadOnlyList<CheckSheet> Sheets, IReadOnlyList<OwnAnswer> Own, IncidentTally Incidents)
{
    public static CheckScene None { get; } = new([], [], IncidentTally.None);

    /// <summary>The round that an answer given now belongs to; the first answer opens it.</summary>
    public int Round => Sheets is [.., var last] ? last.Round.IsOpen ? last.Round.Number : last.Round.Number + 1 : 1;

    /// <summary>The items that the person has answered in the open round.</summary>
    public IReadOnlySet<string> Answered => Own.Select(own => own.Item).ToHashSet();

    public OwnAnswer? Find(string item) => Own.FirstOrDefault(own => own.Item == item);

    /// <summary>As it is once the person's answer is stored.</summary>
    public CheckScene With(OwnAnswer answer)
    {
        var open = Sheets is [.., { Round.IsOpen: true } last] ? last : new CheckSheet(new CheckRound(Round, answer.At), [], []);
        return this with
        {
            Sheets = [.. Sheets.Where(sheet => sheet.Round.Number != open.Round.Number), open.With(answer.Item, answer.Answer, Find(answer.Item)?.Answer)],
            Own = [.. Own.Where(own => own.Item != answer.Item), answer],
        };
    }
}
