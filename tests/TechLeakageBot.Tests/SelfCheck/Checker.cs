using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Tests.Knowledge;

namespace TechLeakageBot.Tests.SelfCheck;

/// <summary>Somebody who does the self-check with the shipped knowledge and its real reader, on as many devices as there are conversations.</summary>
internal sealed class Checker(Language language = Language.Japanese)
{
    private readonly Dictionary<string, Conversation> devices = [];

    public static KnowledgeBase Knowledge => Shipped.Base;

    public CheckScene Check { get; set; } = CheckScene.None;

    public Trainee Trainee { get; private set; } = Trainee.New;

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public IReadOnlyList<Card> Cards => [.. Effects.OfType<Effect.Reply>().Select(reply => reply.Card)];

    /// <summary>The answer that the last turn recorded; null for none.</summary>
    public Effect.Check? Recorded => Effects.OfType<Effect.Check>().SingleOrDefault();

    /// <summary>The last turn's answer as a terminal shows it.</summary>
    public string Shown => string.Join("\n\n", Cards.Select(card => PlainTextRenderer.Render(card, buttons: true)));

    public Conversation State(string device = "one") => devices.GetValueOrDefault(device, Conversation.New with { Language = language });

    public Checker Say(string text, string device = "one") => Turn(new Said.Text(text), device);

    public Checker Click(string argument, string device = "one") => Turn(new Said.Click(new Choice(Verb.Check, 0, argument).Encode()), device);

    public static string Word(Say say, Language language, params ReadOnlySpan<string> parts) => Knowledge.Phrases[say, language, parts];

    public void Shows(Say say, params ReadOnlySpan<string> parts) => Assert.Contains(Word(say, language, parts), Shown, StringComparison.Ordinal);

    /// <summary>The number of the item that the last turn shows.</summary>
    public void ShowsItem(int number)
    {
        var item = new Checklist(Knowledge.Handbook).Numbered(number)!;
        Assert.Contains(item.Check.In(language), Shown, StringComparison.Ordinal);
        Assert.Contains(Word(Core.Say.CheckHeading, language, $"{number}", "32", Word(CheckWording.Of(item.Area), language)), Shown, StringComparison.Ordinal);
    }

    /// <summary>As an officer does at the desk.</summary>
    public void CloseRound() =>
        Check = new CheckScene([.. Check.Sheets.Select(sheet => sheet with { Round = sheet.Round with { Closed = DateTimeOffset.UnixEpoch.AddDays(1) } })], [], Check.Incidents);

    private Checker Turn(Said said, string device)
    {
        var (state, reading) = (State(device), said is Said.Text text ? Knowledge.Reader.Read(text.Value) : null);
        var scene = new Scene(DateTimeOffset.UnixEpoch, new Reporter("test", device, "person"), IncidentNumber.Format(1970, 1), new Dictionary<string, Incident>(), new byte[32])
        {
            Trainee = Trainee,
            Check = Dialog.NeedsCheck(state, said, reading) ? Check : CheckScene.None,
        };
        var transition = new Dialog(Knowledge).Advance(state, Profile.New, said, reading, scene);
        (devices[device], Trainee, Effects) = (transition.Next, transition.Trainee ?? Trainee, transition.Effects);
        if (Recorded is { } answer)
        {
            Assert.Equal(Check.Round, answer.Round);
            Check = Check.With(new OwnAnswer(answer.Item, answer.Answer, answer.Note, answer.Link, DateTimeOffset.UnixEpoch));
        }

        return this;
    }
}
