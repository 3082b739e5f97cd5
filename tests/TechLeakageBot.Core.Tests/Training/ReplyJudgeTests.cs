using System.Buffers;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Tests.Training;

public class ReplyJudgeTests
{
    [Theory]
    [InlineData("sure, here is the drawing", Act.Gave)]
    [InlineData("図面を送りますね", Act.Gave)]
    [InlineData("Which company are you with?", Act.Asked)]
    [InlineData("申し訳ないですが、お断りします", Act.Declined)]
    public void Words_like_those_it_learnt_are_taken_for_the_same(string text, Act act) => Assert.Equal(act, Drills.Judge.Judge(text).Act);

    [Theory]
    [InlineData("いい天気ですね")]
    [InlineData("zzzz qqqq")]
    [InlineData("7")]
    [InlineData("！？")]
    [InlineData("")]
    public void What_is_no_answer_or_was_never_heard_is_not_guessed(string text) => Assert.Null(Drills.Judge.Judge(text).Act);

    [Fact]
    public void A_judge_that_learnt_nothing_is_never_sure() => Assert.Null(ReplyJudge.KnowsNothing.Judge("I must decline").Act);

    [Fact]
    public void A_judge_comes_back_from_its_bytes_and_from_no_others()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Drills.Judge.Write(bytes);
        var back = Read(bytes.WrittenSpan.ToArray())!;
        Assert.Equal(Drills.Judge.Judge("here is the file"), back.Judge("here is the file"));
        Assert.Null(Read(bytes.WrittenSpan[..^1].ToArray()));
        Assert.Null(Read([]));
    }

    [Fact]
    public void Figures_count_what_is_no_answer_as_right_only_where_it_is_asked_back()
    {
        var (gave, none) = (new ReplyExample("gave", [Act.Gave]), new ReplyExample("none", []));
        var figures = ReplyFigures.Of([(gave, Act.Gave), (gave, Act.Gave), (gave, Act.Asked), (gave, null), (none, null), (none, Act.Gave)]);
        Assert.Equal((6, 0.5, 0.75, 0.5), (figures.Texts, figures.Accuracy, figures.Judged, figures.Overall));
    }

    private static ReplyJudge? Read(byte[] bytes)
    {
        var at = 0;
        return ReplyJudge.Read(bytes.Length, span =>
        {
            bytes.AsSpan(at, span.Length).CopyTo(span);
            at += span.Length;
        });
    }
}
