using System.Text.RegularExpressions;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Tests.Knowledge;

/// <summary>Every card that the dialogs make of the shipped knowledge.</summary>
public partial class CardsTests
{
    private const int LargestCard = 28 * 1024;

    public static TheoryData<Language> Languages => [Language.Japanese, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Advice_on_any_topic_at_any_level_for_any_reason_is_short_and_whole(Language language)
    {
        foreach (var topic in Shipped.Base.Handbook.Topics)
        {
            foreach (var (severity, reasons) in Moments())
            {
                var cards = Cards(language, new Said.Text("words"), Situation(topic.Id, severity, reasons, language));
                AssertFine(cards);
                AssertLines(cards[0], LinesKind.DoNow, 1, 4, $"{topic.Id} {severity} {string.Join(' ', reasons)}");
                AssertLines(cards[0], LinesKind.DoNot, topic.Actions.DoNot.Count > 0 && severity > Severity.Info ? 1 : 0, 3, $"{topic.Id} {severity} {string.Join(' ', reasons)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_topic_can_be_opened(Language language)
    {
        foreach (var topic in Shipped.Base.Handbook.Topics)
            AssertFine(Cards(language, new Said.Click(new Choice(Verb.Pick, 0, topic.Id).Encode()), null));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_bureau_can_be_shown(Language language)
    {
        foreach (var prefecture in Shipped.Base.Handbook.Bureaus.SelectMany(bureau => bureau.Prefectures))
        {
            var reading = Situation("contact.bureau", Severity.Info, [], language) with { Intent = Intent.Contacts, Place = new Place(prefecture, prefecture.Ja) };
            AssertFine(Cards(language, new Said.Text("where"), reading));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_other_cards_are_whole(Language language)
    {
        var reading = Situation("case.people.sns", Severity.Info, [], language);
        foreach (var command in Enum.GetValues<Command>())
            AssertFine(Cards(language, new Said.Text("word"), reading with { Intent = Intent.Command, Command = command }));
        foreach (var intent in new[] { Intent.Quiz, Intent.Checklist, Intent.Other, Intent.Contacts })
            AssertFine(Cards(language, new Said.Text("word"), reading with { Intent = intent }));
        AssertFine(Cards(language, new Said.Text("word"), reading with { Intent = Intent.Knowledge, Sure = false, Cut = true }));
        AssertFine(Cards(language, new Said.Text("where"), reading with { Intent = Intent.Contacts, Topics = [new TopicScore("contact.bureau", 1)] }));
        AssertFine(Cards(language, new Said.Joined(language), null));
        AssertFine(Cards(language, new Said.Files(), null));
        AssertFine(Cards(language, new Said.Unknown(), null));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_button_of_a_consultation_leads_to_a_whole_card(Language language)
    {
        foreach (var signals in new Signal[][] { [], [Signal.NotGiven, Signal.Stranger], [Signal.NotGiven, Signal.Overseas, Signal.FavourDeclined] })
        {
            var reading = Situation("case.people.sns", Severity.Caution, [], language) with { Signals = signals.ToHashSet() };
            var opened = new Dialog(Shipped.Base).Advance(Conversation.New, new Profile(language), new Said.Text("words"), reading, Scene.Alone);
            foreach (var button in opened.Next.Offered)
            {
                var next = new Dialog(Shipped.Base).Advance(opened.Next, opened.Profile, new Said.Click(button.Choice.Encode()), null, Scene.Alone);
                AssertFine([.. next.Effects.OfType<Effect.Reply>().Select(reply => reply.Card)]);
            }
        }
    }

    [Fact]
    public void No_two_buttons_of_a_turn_share_a_label()
    {
        foreach (var language in new[] { Language.Japanese, Language.English })
        {
            var opened = new Dialog(Shipped.Base).Advance(Conversation.New, new Profile(language), new Said.Text("words"), Situation("case.people.sns", Severity.Caution, [], language), Scene.Alone);
            Assert.Distinct(opened.Next.Offered.Select(button => Folding.Fold(button.Label)));
        }
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Unfilled();

    private static IEnumerable<(Severity Severity, Reason[] Reasons)> Moments() =>
        Enum.GetValues<Reason>().Select(reason => (Severity.Serious, new[] { reason })).Append((Severity.Caution, [])).Append((Severity.Info, []));

    private static Card[] Cards(Language language, Said said, Reading? reading) =>
    [
        .. new Dialog(Shipped.Base).Advance(Conversation.New, new Profile(language), said, reading, Scene.Alone).Effects.OfType<Effect.Reply>().Select(reply => reply.Card),
    ];

    private static Reading Situation(string topic, Severity severity, Reason[] reasons, Language language) => new(
        language, null, Intent.Situation, severity, reasons, [new TopicScore(topic, 0.9)], new HashSet<Signal>(), null, null, Sure: true, Cut: false);

    private static void AssertFine(Card[] cards)
    {
        Assert.NotEmpty(cards);
        foreach (var card in cards)
        {
            Assert.InRange(AdaptiveCardRenderer.Render(card).Length, 1, LargestCard);
            var text = PlainTextRenderer.Render(card, buttons: true);
            Assert.NotEqual("", text);
            Assert.DoesNotMatch(Unfilled(), text);
        }
    }

    private static void AssertLines(Card card, LinesKind kind, int least, int most, string moment)
    {
        var count = card.Blocks.OfType<Block.Lines>().Where(lines => lines.Kind == kind).Sum(lines => lines.Items.Count);
        Assert.True(count >= least && count <= most, $"{moment}: {count} lines {kind}, expected {least} to {most}");
    }
}
