using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Understanding;

public class LanguagesTests
{
    [Theory]
    [InlineData("図面を送ってと言われた", Language.Japanese, null)]
    [InlineData("He wants the drawings", Language.English, null)]
    [InlineData("LinkedInでDMが来た", Language.Japanese, null)]
    [InlineData("「We would like to see your drawings」と言われました", Language.Japanese, Language.English)]
    [InlineData("They wrote 「図面を今週中に送ってください」 to me", Language.English, Language.Japanese)]
    [InlineData("こんなメールが来ました\nDear sir, please send us the drawings", Language.Japanese, Language.English)]
    [InlineData("He said \"I love Japan\" to me", Language.English, null)]
    [InlineData("「図面」を欲しがる", Language.Japanese, null)]
    [InlineData("\"Please send us the new drawings\"", Language.English, Language.English)]
    [InlineData("", Language.Japanese, null)]
    [InlineData("12345", Language.Japanese, null)]
    public void Own_words_are_told_from_quoted_ones(string text, Language own, Language? quoted) =>
        Assert.Equal((own, quoted), Languages.Of(text));
}
