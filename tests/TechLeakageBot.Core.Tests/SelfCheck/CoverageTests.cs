using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Core.Tests.SelfCheck;

public class CoverageTests
{
    [Fact]
    public void The_checklist_stands_in_the_handbooks_order() => Assert.Equal([1, 2, 3, 4, 5], Five.Checklist.Items.Select(item => item.Number));

    [Fact]
    public void Persons_who_agree_answer_an_item() =>
        Assert.Equal((CheckAnswer.Partly, Standing.Agreed), Of(Five.Sheet((1, CheckAnswer.Partly), (1, CheckAnswer.Partly))));

    [Fact]
    public void Persons_who_differ_leave_it_contradictory() =>
        Assert.Equal((null, Standing.Contradictory), Of(Five.Sheet((1, CheckAnswer.Yes), (1, CheckAnswer.No))));

    [Fact]
    public void Somebody_who_does_not_know_contradicts_nobody() =>
        Assert.Equal((CheckAnswer.Yes, Standing.Agreed), Of(Five.Sheet((1, CheckAnswer.Yes), (1, CheckAnswer.Unknown))));

    [Fact]
    public void Where_nobody_knows_that_is_the_answer() => Assert.Equal((CheckAnswer.Unknown, Standing.Agreed), Of(Five.Sheet((1, CheckAnswer.Unknown))));

    [Fact]
    public void The_officer_settles_whatever_was_answered() =>
        Assert.Equal((CheckAnswer.No, Standing.Settled), Of(Five.Sheet((1, CheckAnswer.Yes), (1, CheckAnswer.Partly)).Settle(1, CheckAnswer.No)));

    [Fact]
    public void The_officer_can_leave_the_answer_to_the_persons() =>
        Assert.Equal((CheckAnswer.Yes, Standing.Agreed), Of(Five.Sheet((1, CheckAnswer.Yes)).Settle(1, null)));

    [Fact]
    public void A_person_who_answers_again_counts_once()
    {
        var sheet = Five.Sheet((1, CheckAnswer.No)).With("m1", CheckAnswer.Yes, CheckAnswer.No);
        Assert.Equal((CheckAnswer.Yes, Standing.Agreed), Of(sheet));
        Assert.Equal(1, sheet.StateOf(1).Counts.Persons);
    }

    [Fact]
    public void Yes_is_one_partly_a_half_and_what_does_not_apply_is_left_out()
    {
        var sheet = Five.Sheet((1, CheckAnswer.Yes), (2, CheckAnswer.Partly), (3, CheckAnswer.No), (4, CheckAnswer.NotApplicable));
        var coverage = Coverage.Of(sheet.States(Five.Checklist));
        Assert.Equal((50, 4, 1, 5), (coverage.Percent, coverage.Answered, coverage.Open, coverage.Items));
    }

    [Theory]
    [InlineData(CheckAnswer.Yes, 100)]
    [InlineData(CheckAnswer.Partly, 50)]
    [InlineData(CheckAnswer.No, 0)]
    [InlineData(CheckAnswer.Unknown, 0)]
    [InlineData(CheckAnswer.NotApplicable, null)]
    public void Each_answer_has_its_worth(CheckAnswer answer, int? percent) =>
        Assert.Equal(percent, Coverage.Of(Five.Sheet((5, answer)).States(Five.Checklist)).Percent);

    [Fact]
    public void Contradictory_items_count_neither_way()
    {
        var coverage = Coverage.Of(Five.Sheet((1, CheckAnswer.Yes), (2, CheckAnswer.Yes), (2, CheckAnswer.No)).States(Five.Checklist));
        Assert.Equal((100, 1, 1, 3), (coverage.Percent, coverage.Answered, coverage.Contradictory, coverage.Open));
    }

    [Fact]
    public void Each_area_has_its_own()
    {
        var areas = Coverage.ByArea(Five.Sheet((1, CheckAnswer.Yes), (2, CheckAnswer.No), (3, CheckAnswer.Yes)), Five.Checklist);
        Assert.Equal([(Area.First, 50), (Area.People, 100), (Area.Overseas, (int?)null)], areas.Select(area => (area.Area, area.Coverage.Percent)));
    }

    [Fact]
    public void The_next_open_item_is_looked_for_from_the_present_one_on_and_then_from_the_beginning()
    {
        HashSet<string> answered = ["m1", "m3", "m4"];
        Assert.Equal(5, Five.Checklist.NextOpen(Five.Checklist.Numbered(2), answered)?.Number);
        Assert.Equal(2, Five.Checklist.NextOpen(Five.Checklist.Numbered(5), answered)?.Number);
        Assert.Equal(2, Five.Checklist.NextOpen(null, answered)?.Number);
        Assert.Null(Five.Checklist.NextOpen(Five.Checklist.Numbered(5), new HashSet<string> { "m1", "m2", "m3", "m4" }));
    }

    private static (CheckAnswer?, Standing) Of(CheckSheet sheet) => sheet.StateOf(1) is var state ? (state.Value, state.Standing) : default;
}
