using FsCheck.Xunit;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Understanding;

public class FoldingTests
{
    [Theory]
    [InlineData("ｻﾝﾌﾟﾙ　ﾊﾞｲﾔｰ", "サンプル バイヤー")]
    [InlineData("ＬｉｎｋｅｄＩｎで！！  聞かれた", "linkedinで 聞かれた")]
    [InlineData("I haven’t SENT it.", "i haven't sent it")]
    [InlineData("He said 'send it' about the suppliers’ drawings", "he said send it about the suppliers drawings")]
    [InlineData("か\u3099め\u3099ん ハ\u309Aス", "がめん パス")]
    [InlineData("図\u200B面 na\u0308ive", "図面 naive")]
    [InlineData("ガﾞ ッﾞ ﾞ", "ガ ッ")]
    [InlineData("  ", "")]
    [InlineData("", "")]
    public void Text_comes_to_one_form(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Property(MaxTest = 500)]
    public bool What_is_folded_stays_so(string? text) => Folding.Fold(text) is var once && Folding.Fold(once) == once;

    [Property(MaxTest = 500)]
    public bool No_two_blanks_stand_together(string? text) => !Folding.Fold(text).Contains("  ", StringComparison.Ordinal);
}
