using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Core.Tests.Incidents;

public class ReporterDeciderTests
{
    [Fact]
    public void An_answer_without_a_question_is_a_detail()
    {
        var asked = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Ask("When?"));
        Assert.Equal(new IncidentEvent.Answered("On Monday"), Event(ReporterDecider.Answer(asked, "On Monday", Samples.Company, Samples.Start)));
        Assert.Equal(new IncidentEvent.DetailAdded("On Monday"), Event(ReporterDecider.Answer(Samples.Incident(), "On Monday", Samples.Company, Samples.Start)));
        Assert.Equal(new IncidentEvent.DetailAdded("On Monday"), Event(ReporterDecider.AddDetail(asked, "On Monday", Samples.Company, Samples.Start)));
    }

    [Fact]
    public void A_report_taken_back_stays_open_and_is_taken_back_once()
    {
        var withdrawn = Samples.Incident().With(Accepted(ReporterDecider.Withdraw(Samples.Incident(), "a mistake", Samples.Company, Samples.Start)).Events);
        Assert.True(withdrawn is { Withdrawn: true, IsOpen: true, WaitingSince: not null });
        Assert.Empty(Accepted(ReporterDecider.Withdraw(withdrawn, "again", Samples.Company, Samples.Start)).Events);
        Assert.IsType<Refusal.TextMissing>(Samples.Refusal(ReporterDecider.Withdraw(Samples.Incident(), " ", Samples.Company, Samples.Start)));
    }

    [Fact]
    public void A_closed_report_takes_details_and_is_not_taken_back()
    {
        var closed = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Close(Outcome.NoLeak, "checked"));
        Assert.Equal(new IncidentEvent.DetailAdded("more"), Event(ReporterDecider.Answer(closed, "more", Samples.Company, Samples.Start)));
        Assert.IsType<Refusal.IsClosed>(Samples.Refusal(ReporterDecider.Withdraw(closed, "a mistake", Samples.Company, Samples.Start)));
    }

    [Fact]
    public void Secrets_are_masked_and_long_texts_refused()
    {
        var decision = Accepted(ReporterDecider.AddDetail(Samples.Incident(), "Bluebird too", Samples.Company, Samples.Start));
        Assert.Equal(new IncidentEvent.DetailAdded("●●● too"), decision.Events[0].Event);
        Assert.NotEmpty(decision.Masked);
        Assert.Equal(new Refusal.TextTooLong(10_000), Samples.Refusal(ReporterDecider.AddDetail(Samples.Incident(), new string('a', 10_001), Samples.Company, Samples.Start)));
        Assert.IsType<Decision.Accepted>(ReporterDecider.AddDetail(Samples.Incident(), new string('a', 10_000), Samples.Company, Samples.Start));
    }

    private static Decision.Accepted Accepted(Decision decision) => Assert.IsType<Decision.Accepted>(decision);

    private static IncidentEvent Event(Decision decision) => Assert.Single(Accepted(decision).Events).Event;
}
