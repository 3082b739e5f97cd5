using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Tests.Dialogs;

/// <summary>Whatever is said and clicked in whatever order.</summary>
public class AnySequenceTests
{
    private static readonly string[] Words =
    [
        "yes", "no", "はい", "いいえ", "1", "2", "3", "4", "help", "NoneOfThese", "Osaka", "浜松工場", "I sent the drawing", "図面を送った",
        "he asked a bit", "わからない", "ForgetYes", "TellButton", "SendButton", "TL-1970-0001 he came again", "AnswerNotPublic",
        "続き", "戻る", "やめる", "相談：図面を送った", "I must decline", "here is the drawing", "who are you",
    ];

    private static readonly JsonSerializerOptions Stored = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly UTF8Encoding WellFormed = new(false, throwOnInvalidBytes: true);

    public static Arbitrary<Said[]> Sequences { get; } = Gen.Frequency(
            (4, Gen.Elements(Words).Select(Said (string text) => new Said.Text(text))),
            (4, Texts(0, 40).Select(Said (string text) => new Said.Text(text))),
            (1, Texts(1_400, 2_200).Select(Said (string text) => new Said.Text(text))),
            (1, Gen.Choose(0, 100_000).Select(Said (int length) => new Said.Text(new string((char)(length % 2 == 0 ? 0xD83D : 0x3042), length)))),
            (4, Clicks().Select(Said (string encoded) => new Said.Click(encoded))),
            (1, Texts(0, 30).Select(Said (string encoded) => new Said.Click(encoded))),
            (1, Gen.Elements<Said>(new Said.Files(), new Said.Unknown(), new Said.Joined(Language.English))))
        .ArrayOf(12)
        .ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Every_turn_answers_and_every_state_comes_back_and_no_level_falls_by_itself() => Prop.ForAll(Sequences, said =>
    {
        var (dialog, knowledge) = (new Dialog(Known.Base), Known.Base);
        var (state, profile, trainee, incidents) = (Conversation.New, Profile.New, Trainee.New, new Dictionary<string, Incident>());
        foreach (var one in said)
        {
            var reading = one is Said.Text text ? knowledge.Reader.Read(text.Value) : null;
            var transition = dialog.Advance(state, profile, one, reading, Scene.Alone with { Incidents = incidents, NextNumber = IncidentNumber.Format(1970, incidents.Count + 1), Trainee = trainee });
            Assert.Contains(transition.Effects, effect => effect is Effect.Reply);
            foreach (var effect in transition.Effects)
                AssertComesBack(effect);
            foreach (var kept in Kept(transition))
                WellFormed.GetByteCount(kept);
            if (MatterOf(state) is { } before && MatterOf(transition.Next) is { } after && before.Number == after.Number && after.Severity < before.Severity)
                Assert.True(AnswersTheQuestion(state, one), $"the level fell by {one}");
            foreach (var record in transition.Effects.OfType<Effect.Record>())
                incidents[record.Number] = incidents.TryGetValue(record.Number, out var known) ? known.With(record.Events) : IncidentFold.Of(record.Number, record.Events)!;
            AssertComesBack(transition.Profile);
            trainee = AssertComesBack(transition.Trainee ?? trainee);
            state = AssertComesBack(transition.Next);
            profile = transition.Profile;
        }
    });

    [Property(MaxTest = 40)]
    public Property A_text_of_any_length_and_any_signs_gets_an_answer() => Prop.ForAll(LongTexts, text =>
    {
        var transition = new Dialog(Known.Base).Advance(Conversation.New, Profile.New, new Said.Text(text), Known.Base.Reader.Read(text), Scene.Alone);
        Assert.Contains(transition.Effects, effect => effect is Effect.Reply);
    });

    /// <summary>Up to 100,000 signs: a random run, repeated with a random shift so that no two parts begin alike.</summary>
    private static Arbitrary<string> LongTexts { get; } = (
        from part in Texts(1, 997)
        from length in Gen.Choose(0, 100_000)
        from shift in Gen.Choose(1, 0xFFFF)
        select string.Create(length, (part, shift), (signs, seed) =>
        {
            for (var i = 0; i < signs.Length; i++)
                signs[i] = (char)(seed.part[i % seed.part.Length] + (i / seed.part.Length * seed.shift));
        })).ToArbitrary();

    /// <summary>Runs of any UTF-16, lone halves of pairs among them.</summary>
    private static Gen<string> Texts(int least, int most) =>
        from length in Gen.Choose(least, most)
        from chars in Gen.Frequency((3, Gen.Choose(0x20, 0x7E)), (3, Gen.Choose(0x3041, 0x30FF)), (2, Gen.Choose(0xD800, 0xDFFF)), (1, Gen.Choose(0, 0xFFFF))).ArrayOf(length)
        select new string([.. chars.Select(c => (char)c)]);

    private static Gen<string> Clicks() =>
        from verb in Gen.Elements(Enum.GetValues<Verb>())
        from matter in Gen.Choose(0, 3)
        from argument in Gen.Elements(
            "", "yes", "no", "osaka", "hamamatsu", Known.Sns, Known.Inpit, "Language", "WhatWentOut.Nothing", "WhatWentOut.NotPublic", "Favours.Accepted", "State.StateBehind", "Site.None", "send", "TL-1970-0001.AddDetail", "TL-1970-0001.Withdraw",
            "TL-1970-0001.Acknowledge", "TL-1970-0001.Close.Leak", "TL-2026-0009.View",
            "begin.call", "begin.visit.basics", "begin.call.\uD83D", "answer.1.hello.Gave", "answer.1.hello.Asked", "answer.2.door.Gave", "new.1.visit", "stop", "list.1")
        select new Choice(verb, matter, argument).Encode();

    private static Consultation? MatterOf(Conversation state) => DialogTurn.MatterOf(state.Stage);

    private static bool AnswersTheQuestion(Conversation state, Said said) =>
        said is Said.Click click ? click.Encoded.StartsWith("Answer:", StringComparison.Ordinal)
        : MatterOf(state)!.Open == Question.WhatWentOut || state.Offered.Any(button => button.Choice.Verb == Verb.Answer);

    /// <summary>The person's own words, of which half a pair would not come back.</summary>
    private static IEnumerable<string> Kept(Transition transition) =>
    [
        MatterOf(transition.Next)?.Summary ?? "",
        (transition.Next.Stage as Stage.Unsure)?.Question ?? "",
        .. transition.Effects.OfType<Effect.Record>().SelectMany(record => record.Events).Select(recorded => IncidentWording.Words(recorded.Event) ?? ""),
        .. transition.Effects.OfType<Effect.RecordQuestion>().Select(record => record.Question),
    ];

    private static T AssertComesBack<T>(T value)
    {
        var json = JsonSerializer.Serialize(value, Stored);
        var back = JsonSerializer.Deserialize<T>(json, Stored)!;
        Assert.Equal(json, JsonSerializer.Serialize(back, Stored));
        return back;
    }
}
