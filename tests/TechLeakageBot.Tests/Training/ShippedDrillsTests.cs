using System.Text.Json;
using System.Text.RegularExpressions;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Storage;
using TechLeakageBot.Tests.Knowledge;

namespace TechLeakageBot.Tests.Training;

/// <summary>Every path of every drill that ships, played through the whole dialog.</summary>
public partial class ShippedDrillsTests
{
    private const int LargestCard = 28 * 1024;

    private static readonly Dialog Dialog = new(Shipped.Base);

    public static TheoryData<string, Language> All => [.. Shipped.Base.Curriculum.Drills.SelectMany(drill => new (string, Language)[] { (drill.Id, Language.Japanese), (drill.Id, Language.English) })];

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Shipped.Base.Curriculum.Drills.Count >= 16);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_path_by_button_ends_in_a_debrief_that_tells_every_step(string id, Language language)
    {
        var drill = Shipped.Base.Curriculum.Drill(id)!;
        var paths = 0;
        foreach (var path in Paths(drill))
        {
            var at = Begin(drill, language);
            foreach (var reply in path)
                at = Click(at, Shown(at, reply, language).Choice);
            AssertDebrief(drill, path, at, language);
            paths++;
        }

        Assert.True(paths >= drill.Endings.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_act_at_every_step_leads_where_its_answer_leads(string id, Language language)
    {
        var drill = Shipped.Base.Curriculum.Drill(id)!;
        foreach (var path in Paths(drill))
        {
            foreach (var act in path[^1].Acts)
            {
                var at = Begin(drill, language);
                foreach (var reply in path.SkipLast(1))
                    at = Say(at, reply.Text.In(language));
                at = Click(at, new Choice(Verb.Drill, 0, $"answer.1.{at.Trainee.Drill!.Step}.{act}"));
                AssertDebrief(drill, path, at, language);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_card_of_a_drill_is_whole_and_letters_or_numbers_answer_it(string id, Language language)
    {
        var drill = Shipped.Base.Curriculum.Drill(id)!;
        var paths = 0;
        foreach (var path in Paths(drill))
        {
            var at = Begin(drill, language);
            foreach (var reply in path)
            {
                var card = Assert.Single(at.Cards);
                AssertFine(card);
                Assert.Contains(new Block.Draft(drill.Step(at.Trainee.Drill!.Step)!.Says.In(language)), card.Blocks);
                Assert.Distinct(Answers(card).Select(answer => Folding.Fold(answer.AsSpan(3))));
                at = Say(at, paths++ % 2 == 0 ? Shown(at, reply, language).Label : $"{1 + at.State.Offered.ToList().IndexOf(Shown(at, reply, language))}");
            }

            AssertFine(Assert.Single(at.Cards));
            Assert.Null(at.Trainee.Drill);
        }
    }

    [Fact]
    public void The_list_shows_every_drill_page_by_page()
    {
        var at = Click(new Place(Conversation.New, Trainee.New, []), new Choice(Verb.Drill, 0, "list"));
        var shown = new HashSet<string>();
        while (at.State.Offered.Where(button => button.Choice.Argument.StartsWith("begin.", StringComparison.Ordinal)).All(button => shown.Add(button.Choice.Argument)))
        {
            AssertFine(Assert.Single(at.Cards));
            at = Click(at, at.State.Offered[^1].Choice);
        }

        Assert.Equal(Shipped.Base.Curriculum.Drills.Count, shown.Count);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Unfilled();

    /// <summary>The answers as they stand under letters.</summary>
    private static IReadOnlyList<string> Answers(Card card) => Assert.Single(card.Blocks.OfType<Block.Lines>()).Items;

    /// <summary>The button of an answer, by the letter before its text.</summary>
    private static Button Shown(Place at, DrillReply reply, Language language)
    {
        var answer = Assert.Single(Answers(at.Cards[0]), answer => answer[3..] == reply.Text.In(language));
        return Assert.Single(at.State.Offered, button => button.Label == answer[..1]);
    }

    private static void AssertDebrief(Drill drill, DrillReply[] path, Place at, Language language)
    {
        var ending = drill.Ending(path[^1].End)!;
        var text = PlainTextRenderer.Render(Assert.Single(at.Cards), buttons: true);
        Assert.Contains(ending.Text.In(language), text, StringComparison.Ordinal);
        Assert.Contains(ending.Lesson.In(language), text, StringComparison.Ordinal);
        var step = drill.Step(drill.Start)!;
        foreach (var reply in path)
        {
            Assert.Contains(step.Sign.In(language), text, StringComparison.Ordinal);
            Assert.Contains(step.Better.In(language), text, StringComparison.Ordinal);
            step = reply.Next is { } next ? drill.Step(next)! : step;
        }

        var given = drill.Steps.SelectMany(each => each.Replies).Where(reply => reply.Gave is not null).ToArray();
        Assert.All(given.Where(path.Contains), reply => Assert.Contains(reply.Gave!.In(language), text, StringComparison.Ordinal));
        Assert.Equal(ending.Result, at.Trainee.Drills[drill.Id]);
        Assert.True(ending.Result != DrillResult.Safe || !path.Any(reply => reply.Gave is not null));
        Assert.Null(at.Trainee.Drill);
        Assert.IsType<Stage.Idle>(at.State.Stage);
    }

    private static void AssertFine(Card card)
    {
        Assert.InRange(AdaptiveCardRenderer.Render(card).Length, 1, LargestCard);
        Assert.DoesNotMatch(Unfilled(), PlainTextRenderer.Render(card, buttons: true));
    }

    private static IEnumerable<DrillReply[]> Paths(Drill drill) => Paths(drill, drill.Start);

    private static IEnumerable<DrillReply[]> Paths(Drill drill, string step) => drill.Step(step)!.Replies
        .SelectMany(reply => reply.Next is { } next ? Paths(drill, next).Select(rest => (DrillReply[])[reply, .. rest]) : [[reply]]);

    private static Place Begin(Drill drill, Language language) =>
        Click(new Place(Conversation.New with { Language = language }, Trainee.New, []), new Choice(Verb.Drill, 0, $"begin.{drill.Id}"));

    private static Place Click(Place at, Choice choice) => Advance(at, new Said.Click(choice.Encode()), null);

    private static Place Say(Place at, string text) => Advance(at, new Said.Text(text), new Reading(
        at.State.Language, null, Intent.Other, Severity.Info, [], [new TopicScore("case.people.sns", 0.9)], new HashSet<Signal>(), null, null, Sure: true, Cut: false));

    /// <summary>Stored and read again after each turn, as by a bot that is started anew.</summary>
    private static Place Advance(Place at, Said said, Reading? reading)
    {
        var next = Dialog.Advance(at.State, Profile.New, said, reading, Scene.Alone with { Trainee = at.Trainee });
        var (state, trainee) = (JsonSerializer.Serialize(next.Next, StateJson.Default.Conversation), JsonSerializer.Serialize(next.Trainee ?? at.Trainee, StateJson.Default.Trainee));
        return new Place(JsonSerializer.Deserialize(state, StateJson.Default.Conversation)!, JsonSerializer.Deserialize(trainee, StateJson.Default.Trainee)!, [.. next.Effects.OfType<Effect.Reply>().Select(reply => reply.Card)]);
    }

    private sealed record Place(Conversation State, Trainee Trainee, IReadOnlyList<Card> Cards);
}
