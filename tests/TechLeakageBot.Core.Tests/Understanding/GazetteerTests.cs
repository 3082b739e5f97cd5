using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Understanding;

public class GazetteerTests
{
    private static readonly Gazetteer Places = new(
        [
            Of("東京", "Tokyo"), Of("京都", "Kyoto"), Of("三重", "Mie"), Of("石川", "Ishikawa"), Of("広島", "Hiroshima"), Of("福島", "Fukushima"), Of("千葉", "Chiba"),
            Of("北海道", "Hokkaido"), Of("北海道", "Hokkaido", "北広島", "Kitahiroshima"), Of("北海道", "Hokkaido", "伊達", "Date"), Of("福島", "Fukushima", "伊達", "Date"),
            Of("三重", "Mie", "津", "Tsu"), Of("東京", "Tokyo", "府中", "Fuchu"), Of("広島", "Hiroshima", "府中", "Fuchu"), Of("東京", "Tokyo", "国立", "Kunitachi"),
        ],
        [Of("広島", "Hiroshima", "中国地方", "Chugoku"), Of("北海道", "Hokkaido", "道内", "Hokkaido bureau")],
        ["国立", "府中", "date", "伊達"]);

    [Theory]
    [InlineData("広島工場で起きました。本社は東京です", "広島")]
    [InlineData("東京本社と広島の工場", "広島")]
    [InlineData("head office in Tokyo, plant in Hiroshima", "広島")]
    [InlineData("Our Hiroshima plant, not the Tokyo office", "広島")]
    [InlineData("東京と広島に工場がある。聞きたいのは広島のこと", "広島")]
    [InlineData("本社は東京、工場は千葉です", "千葉")]
    [InlineData("札幌ではなく東京が本社、工場が千葉", "千葉")]
    [InlineData("千葉が本社だけど京都の件", "京都")]
    [InlineData("津の工場の窓口", "三重")]
    [InlineData("中国地方の窓口", "広島")]
    [InlineData("中国の会社から連絡が来た", null)]
    [InlineData("中国地方ですか、千葉は", "千葉")]
    [InlineData("道内の拠点", "北海道")]
    [InlineData("東京都の会社", "東京")]
    [InlineData("北広島市の倉庫", "北海道")]
    [InlineData("津市の協力会社", "三重")]
    [InlineData("天津市の会社", null)]
    [InlineData("観光都市の展示会", null)]
    [InlineData("津波の話", null)]
    [InlineData("石川さんに聞かれた", null)]
    [InlineData("石川部長が言った", null)]
    [InlineData("石川県の工場", "石川")]
    [InlineData("Mr. Ishikawa asked me", null)]
    [InlineData("Ishikawa-san asked me", null)]
    [InlineData("a visitor in Ishikawa prefecture", "石川")]
    [InlineData("Tokyoites came", null)]
    [InlineData("国立大学の先生", null)]
    [InlineData("国立市の研究所", "東京")]
    [InlineData("広島の府中市", "広島")]
    [InlineData("東京の府中市", "東京")]
    [InlineData("what date is it", null)]
    [InlineData("Date city", "北海道")]
    [InlineData("福島県伊達市", "福島")]
    [InlineData("", null)]
    public void A_text_is_about_its_place(string text, string? prefecture) =>
        Assert.Equal(prefecture, Places.Find(Folding.Fold(text))?.Prefecture);

    [Theory]
    [InlineData("広島工場で", true)]
    [InlineData("広島の第二工場で", true)]
    [InlineData("Hiroshima plant", true)]
    [InlineData("広島の展示会で", false)]
    public void A_site_is_told_from_a_place_in_passing(string text, bool isSite) => Assert.Equal(isSite, Places.Find(Folding.Fold(text))!.IsSite);

    private static Place Of(string ja, string en, string? city = null, string? cityEn = null) => new(new Bilingual(city ?? ja, cityEn ?? en), ja);
}
