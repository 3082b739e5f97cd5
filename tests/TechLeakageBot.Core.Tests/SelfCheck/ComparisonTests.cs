using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Core.Tests.SelfCheck;

public class ComparisonTests
{
    [Theory]
    [InlineData(CheckAnswer.No, CheckAnswer.Partly, CheckChange.Better)]
    [InlineData(CheckAnswer.Unknown, CheckAnswer.Yes, CheckChange.Better)]
    [InlineData(CheckAnswer.Yes, CheckAnswer.Partly, CheckChange.Worse)]
    [InlineData(CheckAnswer.Partly, CheckAnswer.Unknown, CheckChange.Worse)]
    [InlineData(CheckAnswer.Yes, CheckAnswer.Yes, CheckChange.Same)]
    [InlineData(CheckAnswer.No, CheckAnswer.Unknown, CheckChange.Same)]
    [InlineData(CheckAnswer.NotApplicable, CheckAnswer.Yes, CheckChange.Other)]
    [InlineData(CheckAnswer.NotApplicable, CheckAnswer.NotApplicable, CheckChange.Same)]
    public void An_item_is_better_worse_or_the_same(CheckAnswer before, CheckAnswer after, CheckChange change) =>
        Assert.Equal(change, CheckComparison.Of(Five.Sheet((3, before)), Five.Sheet((3, after)), Five.Checklist)[2].Change);

    [Fact]
    public void An_item_that_one_round_left_open_is_neither() =>
        Assert.Equal(CheckChange.Other, CheckComparison.Of(Five.Empty, Five.Sheet((1, CheckAnswer.Yes)), Five.Checklist)[0].Change);

    [Fact]
    public void Every_item_is_compared_in_order() =>
        Assert.Equal([1, 2, 3, 4, 5], CheckComparison.Of(Five.Empty, Five.Empty, Five.Checklist).Select(item => item.Before.Measure.Number));
}
