using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Core.Tests.SelfCheck;

public class NextActionsTests
{
    [Fact]
    public void What_is_done_does_not_apply_or_is_open_is_no_action() =>
        Assert.Empty(Of(Five.Sheet((1, CheckAnswer.Yes), (2, CheckAnswer.NotApplicable), (3, CheckAnswer.Yes), (3, CheckAnswer.No))));

    [Fact]
    public void What_answers_a_case_comes_before_what_answers_none() =>
        Assert.Equal([3, 1, 4], Of(Five.Sheet((1, CheckAnswer.No), (3, CheckAnswer.No), (4, CheckAnswer.No), (5, CheckAnswer.No))));

    [Fact]
    public void What_is_partly_done_weighs_half() =>
        Assert.Equal([3, 4, 1], Of(Five.Sheet((1, CheckAnswer.Partly), (3, CheckAnswer.Partly), (4, CheckAnswer.No))));

    [Fact]
    public void At_equal_effect_the_first_measures_come_first_then_the_handbooks_order() =>
        Assert.Equal([1, 2, 4], Of(Five.Sheet((5, CheckAnswer.No), (4, CheckAnswer.Unknown), (2, CheckAnswer.No), (1, CheckAnswer.No))));

    [Fact]
    public void The_companys_own_incidents_raise_what_answers_them_and_their_area()
    {
        var incidents = new IncidentTally([new TopicCount("case.overseas.exit", null, 3), new TopicCount("m5", null, 1)]);
        var actions = NextActions.Of(Five.Sheet((1, CheckAnswer.No), (3, CheckAnswer.No), (5, CheckAnswer.No)), Five.Handbook, Five.Checklist, incidents);
        Assert.Equal([5, 3, 1], actions.Select(action => action.Item.Measure.Number));
        Assert.Equal((0, 1, 4m), (actions[0].Cases, actions[0].Incidents, actions[0].Effect));
    }

    [Fact]
    public void An_incident_counts_by_its_similar_case_too_and_once()
    {
        var incidents = new IncidentTally([new TopicCount("m3", Five.Case, 2), new TopicCount("m1", Five.Case, 1)]);
        Assert.Equal(3, CheckEvidence.Of(Five.Checklist.Numbered(3)!, Five.Handbook, incidents, new Dictionary<string, TrainingTally>()).Incidents);
    }

    [Fact]
    public void Training_is_offered_where_somebody_was_asked()
    {
        var training = new Dictionary<string, TrainingTally> { ["m3"] = new(4, 6, 8), ["m4"] = new(0, 0, 0) };
        Assert.Equal(new CheckEvidence(0, new TrainingTally(4, 6, 8)), CheckEvidence.Of(Five.Checklist.Numbered(3)!, Five.Handbook, IncidentTally.None, training));
        Assert.False(CheckEvidence.Of(Five.Checklist.Numbered(4)!, Five.Handbook, IncidentTally.None, training).IsAny);
    }

    private static IEnumerable<int> Of(CheckSheet sheet) =>
        NextActions.Of(sheet, Five.Handbook, Five.Checklist, IncidentTally.None).Select(action => action.Item.Measure.Number);
}
