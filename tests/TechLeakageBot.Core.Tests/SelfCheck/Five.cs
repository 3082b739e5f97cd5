using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Core.Tests.SelfCheck;

/// <summary>A checklist of five items: 1 and 2 to take first, 3 and 4 about people, 5 about production abroad; a case names the third.</summary>
internal static class Five
{
    public const string Case = "case.people.sns";

    public static readonly Catalogue Handbook = new(
        [Item(2, Area.First), Item(1, Area.First), Item(5, Area.Overseas), Item(4, Area.People), Item(3, Area.People), CaseOf("m3"), CaseOf("m9", "case.overseas.exit", Area.Overseas)], []);

    public static readonly Checklist Checklist = new(Handbook);

    public static CheckSheet Empty { get; } = new(new CheckRound(1, DateTimeOffset.UnixEpoch), [], []);

    public static CheckSheet Sheet(params (int Number, CheckAnswer Answer)[] answers) =>
        answers.Aggregate(Empty, (sheet, given) => sheet.With($"m{given.Number}", given.Answer, before: null));

    public static CheckSheet Settle(this CheckSheet sheet, int number, CheckAnswer? answer) =>
        sheet with { Settled = [.. sheet.Settled, new Settlement(sheet.Settled.Count + 1, $"m{number}", answer, "", "", "", "officer", DateTimeOffset.UnixEpoch)] };

    public static ItemState StateOf(this CheckSheet sheet, int number) => sheet.StateOf(Checklist.Numbered(number)!);

    private static Bilingual Both(string text) => new(text, text);

    private static Measure Item(int number, Area area) => new(
        $"m{number}", area, number, Both($"item {number}"), Both(""), [17], [], Both(""), Both(""), [], Both(""), Actions.None, Both($"question {number}"), []);

    private static CaseStudy CaseOf(string measure, string id = Case, Area area = Area.People) =>
        new(id, area, Both(id), Both(""), [3], Both(""), Both(""), [], Actions.None, [], [], [measure]);
}
