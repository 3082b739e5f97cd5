using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Tests.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests;

/// <summary>A small knowledge base made by hand: every sentence is its own name, every line says which moment it is for.</summary>
internal static class Known
{
    public const string Sns = "case.people.sns";
    public const string Spy = "case.people.spy";
    public const string Rules = "measure.people.rules";
    public const string Bureaus = "contact.bureau";
    public const string Inpit = "contact.inpit";

    private static readonly Dictionary<Say, Bilingual> Sentences =
        Enum.GetValues<Say>().ToDictionary(say => say, say => new Bilingual($"日{say}", say.ToString()));

    private static Actions Actions { get; } = new(
        [
            Line("always 1"), Line("always 2"), Line("info", Severity.Info), Line("caution", Severity.Caution), Line("serious", Severity.Serious),
            Line("out", Reason.Out), Line("state", Reason.State), Line("always 3"), Line("always 4"),
        ],
        [Line("never 1"), Line("never 2"), Line("never 3"), Line("never out", Reason.Out)]);

    public static readonly Site Hamamatsu = new("hamamatsu", new Bilingual("浜松工場", "Hamamatsu plant"), "静岡");
    public static readonly Site Osaka = new("osaka", new Bilingual("大阪営業所", "Osaka sales office"), "大阪");
    public static readonly Site Abroad = new("hanoi", new Bilingual("ハノイ工場", "Hanoi plant"), null);

    public static readonly Gazetteer Places = new(
        [Of("静岡", "Shizuoka"), Of("大阪", "Osaka"), Of("愛知", "Aichi"), Of("静岡", "Shizuoka", "浜松", "Hamamatsu")], [], []);

    public static readonly Catalogue Handbook = new(
        [
            Case(Sns), Case(Spy), Case("case.partners.sample"), Measure(Rules, 4), Measure("measure.first.identify", 2),
            Contact(Bureaus), Contact(Inpit), Contact("contact.links"),
        ],
        [
            BureauOf("bureau.kanto", ("静岡", "Shizuoka"), ("東京", "Tokyo")),
            BureauOf("bureau.kinki", ("大阪", "Osaka")),
            BureauOf("bureau.chubu", ("愛知", "Aichi"), ("石川", "Ishikawa")),
        ]);

    public static KnowledgeBase Base { get; } = With(Hamamatsu, Osaka);

    public static KnowledgeBase With(params Site[] sites) => Of(Company.Unknown with
    {
        Sites = sites,
        Officers = [new Officer(new Bilingual("山田", "Yamada"), null, "officer@example.co.jp", null, [])],
        CodeWords = ["Bluebird"],
    });

    public static KnowledgeBase Of(Company company)
    {
        var labels = new Labels(Handbook.Topics.Select(topic => topic.Id));
        var lexicon = new Lexicon([("sent", Signal.Given), ("drawing*", Signal.Drawing), ("送った", Signal.Given), ("a bit", Signal.GivenALittle), ("asked", Signal.Asked)]);
        return new KnowledgeBase(Handbook, new Reader(new HashJudge(labels), labels, lexicon, Places), new Phrases(Sentences), company) { Curriculum = Drills.Curriculum };
    }

    private static Bilingual Both(string text) => new($"日{text}", text);

    private static Place Of(string ja, string en, string? city = null, string? cityEn = null) => new(new Bilingual(city ?? ja, cityEn ?? en), ja);

    private static ActionLine Line(string text) => new(Both(text), [], []);

    private static ActionLine Line(string text, Severity severity) => new(Both(text), [severity], []);

    private static ActionLine Line(string text, Reason reason) => new(Both(text), [], [reason]);

    private static CaseStudy Case(string id) => new(
        id, Area.People, Both(id), Both($"{id} summary"), [3], Both("story"), Both("ending"), [Both("sign")], Actions, [Both("superior")], [Both("question")], [Rules]);

    private static Measure Measure(string id, int number) => new(
        id, Area.People, number, Both(id), Both("summary"), [11], ["65"], Both("what"), Both("why"), [Both("how")], Both("first step"), Actions, Both("check"), [Sns]);

    private static Contact Contact(string id) => new(
        id, Area.Contacts, Both(id), Both("summary"), [19], [Both("point")],
        [new ContactEntry(Both("desk"), "03-0000-0000", "1", "desk@example.go.jp", new Uri("https://example.go.jp/"), null)], [Rules]);

    private static Bureau BureauOf(string id, params (string Ja, string En)[] prefectures) => new(
        id, Both(id), Both("section"), $"tel of {id}", "mail", [19], [.. prefectures.Select(p => new Bilingual(p.Ja, p.En))]);

    /// <summary>An opinion that hangs on the text and on nothing else, so that random texts meet every branch.</summary>
    private sealed class HashJudge(Labels labels) : IJudge
    {
        public Scores Judge(string folded, IReadOnlySet<Signal> signals)
        {
            var hash = folded.Aggregate(17u, (sum, c) => (sum * 31) + c);
            return new Scores(Pick(Labels.Kinds.Count, hash), Pick(labels.Topics.Count, hash / 7));
        }

        private static float[] Pick(int count, uint hash)
        {
            var sharp = (hash & 8) == 0 ? 0.9f : 0.2f;
            var scores = Enumerable.Repeat((1 - sharp) / count, count).ToArray();
            scores[hash % count] += sharp;
            return scores;
        }
    }
}
