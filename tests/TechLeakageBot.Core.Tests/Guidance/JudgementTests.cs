using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Guidance;

public class JudgementTests
{
    private static readonly Judgement Unclear = new(Severity.Serious, [Reason.Out]);

    [Fact]
    public void A_level_rises_and_keeps_every_reason()
    {
        var raised = new Judgement(Severity.Caution, []).Raise(Severity.Serious, Reason.Out).Raise(Severity.Info).Raise(Severity.Caution, Reason.State);
        Assert.Equal(Severity.Serious, raised.Severity);
        Assert.Equal([Reason.Out, Reason.State], raised.Reasons);
    }

    [Fact]
    public void Only_an_unclear_word_of_something_out_can_fall()
    {
        Assert.Equal(Severity.Caution, Unclear.LowerToCaution([Signal.GivenALittle]).Severity);
        Assert.Same(Unclear, Unclear.LowerToCaution([Signal.Copied]));
        Assert.Same(Unclear, Unclear.LowerToCaution([Signal.OrderToBot]));
        Assert.Equal(Severity.Serious, Unclear.Raise(Severity.Serious, Reason.Access).LowerToCaution([]).Severity);
        Assert.Equal(Severity.Serious, new Judgement(Severity.Serious, [Reason.State]).LowerToCaution([]).Severity);
        Assert.Equal(Severity.Info, new Judgement(Severity.Info, []).LowerToCaution([]).Severity);
    }

    [Theory]
    [InlineData(new[] { Signal.GivenALittle }, true)]
    [InlineData(new[] { Signal.Given }, false)]
    [InlineData(new[] { Signal.GivenALittle, Signal.Copied }, false)]
    public void A_matter_is_unclear_while_an_answer_could_lower_it(Signal[] signals, bool unclear) => Assert.Equal(unclear, Unclear.IsUnclear(signals));

    [Theory]
    [InlineData(new Severity[0], new Reason[0], Severity.Info, 1)]
    [InlineData(new[] { Severity.Caution }, new Reason[0], Severity.Caution, 2)]
    [InlineData(new[] { Severity.Caution }, new Reason[0], Severity.Serious, 0)]
    [InlineData(new Severity[0], new[] { Reason.Out }, Severity.Serious, 3)]
    [InlineData(new Severity[0], new[] { Reason.State }, Severity.Serious, 0)]
    [InlineData(new Severity[0], new[] { Reason.Out }, Severity.Caution, 0)]
    [InlineData(new[] { Severity.Caution }, new[] { Reason.Out }, Severity.Caution, 2)]
    [InlineData(new[] { Severity.Serious }, new[] { Reason.State }, Severity.Serious, 2)]
    public void A_line_fits_by_its_level_or_its_reason(Severity[] levels, Reason[] reasons, Severity level, int fit) =>
        Assert.Equal(fit, new ActionLine(new Bilingual("", ""), levels, reasons).Fit(level, [Reason.Out]));

    [Theory]
    [InlineData("")]
    [InlineData("::")]
    [InlineData("Tell")]
    [InlineData("Tell:1")]
    [InlineData("tell:1:")]
    [InlineData("1:1:")]
    [InlineData("Tell:-1:")]
    [InlineData("Tell:+1:")]
    [InlineData("Tell: 1:")]
    [InlineData("Tell:01:")]
    [InlineData("Tell:１:")]
    [InlineData("Tell:2147483648:")]
    [InlineData("Tell, More:1:")]
    [InlineData(" Tell:1:")]
    public void A_choice_that_nobody_encoded_is_none(string encoded) => Assert.Null(Choice.Decode(encoded));

    [Fact]
    public void A_choice_comes_back_whatever_its_argument()
    {
        foreach (var argument in new[] { "", "a:b:c", "\u0000", "😀", "Answer:1:x" })
            Assert.Equal(new Choice(Verb.More, int.MaxValue, argument), Choice.Decode(new Choice(Verb.More, int.MaxValue, argument).Encode()));
        Assert.Null(Choice.Decode(new Choice(Verb.More, 1, new string('a', 200)).Encode()));
    }
}
