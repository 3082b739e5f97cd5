using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Tests.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Dialogs;

/// <summary>A reporter and officers, each in a chat of their own, and the incidents between them.</summary>
internal sealed class Story
{
    private readonly Dictionary<string, Incident> incidents = [];
    private readonly KnowledgeBase knowledge;

    public Story(Company? company = null)
    {
        knowledge = Known.Of(company ?? Samples.Company);
        Reporter = Chat("Tanaka");
        Reporter.Profile = new Profile(SiteId: "hamamatsu");
        (Yamada, Sato, Suzuki) = (Chat("Yamada"), Chat("Sato"), Chat("Suzuki"));
    }

    public Talk Reporter { get; }

    /// <summary>The officer of Hamamatsu.</summary>
    public Talk Yamada { get; }

    /// <summary>The officer of Osaka.</summary>
    public Talk Sato { get; }

    /// <summary>The deputy, for all sites.</summary>
    public Talk Suzuki { get; }

    /// <summary>The first report.</summary>
    public Incident Incident => incidents[Samples.Number];

    public int Count => incidents.Count;

    public Incident Latest => incidents[IncidentNumber.Format(2026, Count)];

    public static Story Reported(Company? company = null)
    {
        var story = new Story(company);
        story.Reporter.Hear("I sent it", Read.Serious(Reason.Out, Signal.Given));
        return story;
    }

    /// <summary>The officer waits for the reporter's answer.</summary>
    public static Story Asked(string question = "When was that?")
    {
        var story = Reported();
        story.Yamada.Do("Ask").Hear(question, Read.Other);
        return story;
    }

    public static Story Closed()
    {
        var story = Reported();
        story.Yamada.Do("Close.NoLeak").Hear("checked", Read.Other);
        return story;
    }

    public Talk Chat(string person) => new(knowledge) { Incidents = incidents, Who = new Reporter("test", $"chat of {person}", person) };
}

internal static class StoryExtensions
{
    /// <summary>A click on a button of the first report's card.</summary>
    public static Talk Do(this Talk talk, string step) => talk.Click(Verb.Incident, 0, $"{Samples.Number}.{step}");

    /// <summary>A click of the reporter.</summary>
    public static Talk Report(this Talk talk, ReporterStep step) => talk.Click(Verb.Report, 0, $"{Samples.Number}.{step}");

    /// <summary>What was written in the last turn.</summary>
    public static IncidentEvent[] Written(this Talk talk) => [.. talk.Effects.OfType<Effect.Record>().SelectMany(record => record.Events).Select(recorded => recorded.Event)];

    public static Effect.Alert[] Alerts(this Talk talk) => [.. talk.Effects.OfType<Effect.Alert>()];

    public static void Shows(this Talk talk, Say say) => Assert.Contains(say.ToString(), talk.Shown, StringComparison.Ordinal);

    public static void HidesFrom(this Talk talk, params Say[] says) => Assert.All(says, say => Assert.DoesNotContain(say.ToString(), talk.Shown, StringComparison.Ordinal));
}
