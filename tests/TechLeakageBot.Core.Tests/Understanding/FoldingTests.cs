using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests;

public class FoldingTests
{
    [Theory]
    [InlineData("ｻﾝﾌﾟﾙ　ﾊﾞｲﾔｰ", "サンプル バイヤー")]
    [InlineData("ＬｉｎｋｅｄＩｎで！！  聞かれた", "linkedinで 聞かれた")]
    [InlineData("I haven’t SENT it.", "i haven't sent it")]
    [InlineData("  ", "")]
    public void Text_comes_to_one_form(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));
}
