using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Privacy;

public class MaskingTests
{
    [Theory]
    [InlineData("my card 4111 1111 1111 1111.", "my card ●●●.", MaskedKind.CardNumber)]
    [InlineData("カードは4111111111111111です", "カードは●●●です", MaskedKind.CardNumber)]
    [InlineData("4111-1111-1111-1111 12/27", "●●● 12/27", MaskedKind.CardNumber)]
    [InlineData("amex 3782 822463 10005", "amex ●●●", MaskedKind.CardNumber)]
    [InlineData("マイナンバー１２３４５６７８９０１８", "マイナンバー●●●", MaskedKind.MyNumber)]
    [InlineData("1234 5678 9018", "●●●", MaskedKind.MyNumber)]
    [InlineData("山田さんがtaro.yamada@example.co.jpに図面を送った", "山田さんが●●●に図面を送った", MaskedKind.Mail)]
    [InlineData("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍへ", "●●●へ", MaskedKind.Mail)]
    [InlineData("taro[at]example.com", "●●●", MaskedKind.Mail)]
    [InlineData("BLUEBIRD went out", "●●● went out", MaskedKind.CodeWord)]
    [InlineData("ｂｌｕｅｂｉｒｄの図面", "●●●の図面", MaskedKind.CodeWord)]
    [InlineData("管理者password: hunter22", "管理者●●●", MaskedKind.Password)]
    [InlineData("パスワードはhunter2!です", "●●●です", MaskedKind.Password)]
    [InlineData("暗証番号は1234", "●●●", MaskedKind.Password)]
    [InlineData("the password is hunter22", "the ●●●", MaskedKind.Password)]
    [InlineData("Server=db1;User Id=sa;Password=hunter2;", "Server=db1;User Id=sa;●●●", MaskedKind.Password)]
    [InlineData("postgres://sa:hunter2@db1/drawings", "postgres●●●db1/drawings", MaskedKind.Password)]
    public void Secrets_are_hidden_and_the_words_around_them_stay(string text, string masked, MaskedKind kind) => AssertMasked(text, masked, kind);

    [Theory]
    [InlineData("キーはsk-abcdefghijklmnop1234です", "キーは●●●です")]
    [InlineData("トークンghp_abcdefghijklmnop1234", "トークン●●●")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "●●●")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", "●●●")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "●●●")]
    [InlineData("-----BEGIN PGP PRIVATE KEY BLOCK-----\nlQOY and the end is missing", "●●●")]
    [InlineData("xapp-1-A012345-678901-abcdef", "●●●")]
    [InlineData("sk_live_abcdefghijkl1234 or rk_test_abcdefghijkl1234", "●●● or ●●●")]
    [InlineData("GOCSPX-abcdefghijklmnop_1234", "●●●")]
    [InlineData("npm_abcdefghijklmnopqrstuvwxyz0123456789", "●●●")]
    [InlineData("pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0", "●●●")]
    [InlineData("SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789", "●●●")]
    [InlineData("https://a.blob.core.windows.net/c/f.dwg?sv=2024-11-04&sig=abcDEF0123456789%2Bxyz%3D", "https://a.blob.core.windows.net/c/f.dwg?sv=2024-11-04&●●●")]
    [InlineData("AccountName=a;AccountKey=abcDEF0123456789==", "AccountName=a;●●●")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_●●●")]
    [InlineData("{\"client_secret\": \"abcdef123456\"}", "{\"●●●")]
    [InlineData("ｓｋ－ａｂｃｄｅｆｇｈｉｊｋｌ１２３４", "●●●")]
    public void Keys_are_hidden(string text, string masked) => AssertMasked(text, masked, MaskedKind.Key);

    [Theory]
    [InlineData("電話は03-1234-5678まで", "電話は●●●まで")]
    [InlineData("電話０９０－１２３４－５６７８", "電話●●●")]
    [InlineData("０９０ー１２３４ー５６７８です", "●●●です")]
    [InlineData("(03) 1234-5678", "●●●")]
    [InlineData("（０５３）４５６－７８９０", "●●●")]
    [InlineData("(連絡は03-1234-5678)", "(連絡は●●●)")]
    [InlineData("(03-1234-5678)", "(●●●)")]
    [InlineData("03(1234)5678", "●●●")]
    [InlineData("053-456-7890", "●●●")]
    [InlineData("0538-12-3456", "●●●")]
    [InlineData("04992-1-2345", "●●●")]
    [InlineData("03.1234.5678", "●●●")]
    [InlineData("090 1234 5678", "●●●")]
    [InlineData("09012345678", "●●●")]
    [InlineData("0312345678", "●●●")]
    [InlineData("0120-123-456", "●●●")]
    [InlineData("0120-12-34-56", "●●●")]
    [InlineData("0800-123-4567", "●●●")]
    [InlineData("050-1234-5678", "●●●")]
    [InlineData("call +81 3 1234 5678 now", "call ●●● now")]
    [InlineData("＋８１－３－１２３４－５６７８", "●●●")]
    [InlineData("+81-(0)53-456-7890", "●●●")]
    [InlineData("0081-90-1234-5678", "●●●")]
    [InlineData("+1 (555) 010-1234", "●●●")]
    [InlineData("(555) 010-1234", "●●●")]
    [InlineData("+86 138 0013 8000", "●●●")]
    [InlineData("TEL: 138 0013 8000", "TEL: ●●●")]
    [InlineData("TEL-03-1234-5678", "TEL-●●●")]
    [InlineData("03-1234-5678 090-1234-5678", "●●● ●●●")]
    [InlineData("2026-11-23 03-1234-5678", "2026-11-23 ●●●")]
    public void Telephone_numbers_are_hidden_in_all_their_spellings(string text, string masked) => AssertMasked(text, masked, MaskedKind.Telephone);

    [Theory]
    [InlineData("〒100-8901 東京都千代田区霞が関1-3-1", "●●● ●●●")]
    [InlineData("〒4300926", "●●●")]
    [InlineData("郵便番号は430-0926です", "●●●です")]
    [InlineData("430-0926 静岡県浜松市中央区砂山町1234番地", "●●● ●●●")]
    [InlineData("静岡県磐田市見付1-2に送った", "●●●に送った")]
    [InlineData("浜松市中区1-2-3に来るように", "●●●に来るように")]
    [InlineData("浜松市中区１－２－３", "●●●")]
    [InlineData("港区芝公園4丁目2番8号", "●●●")]
    [InlineData("中央区銀座一丁目二番三号", "●●●")]
    [InlineData("つくば市千現2-1-6", "●●●")]
    [InlineData("send it to 1-2-3 Naka-ku, Hamamatsu please", "send it to ●●● please")]
    [InlineData("1-3-1 Kasumigaseki, Chiyoda-ku, Tokyo 100-8901, Japan", "●●●")]
    [InlineData("Hamamatsu-shi, Naka-ku 1-2-3", "●●●")]
    [InlineData("at 350 Fifth Avenue, New York", "at ●●●, New York")]
    public void Addresses_are_hidden(string text, string masked) => AssertMasked(text, masked, MaskedKind.Address);

    [Theory]
    [InlineData("order 4111111111111112")]
    [InlineData("注文1234567890123456")]
    [InlineData("番号123456789012")]
    [InlineData("2026-11-23 15:04")]
    [InlineData("202611231524")]
    [InlineData("20261123 1524")]
    [InlineData("2026-11-23 2026-11-24 2026-11-25")]
    [InlineData("型番 AB-1234567890123456-X")]
    [InlineData("図番 1234-5678")]
    [InlineData("図番 123-4567 の図面")]
    [InlineData("図番 0123-45-6789")]
    [InlineData("図番は 03-1234-5678-A")]
    [InlineData("部品番号：0312345678")]
    [InlineData("drawing no. 0312-34-5678")]
    [InlineData("DWG-0312-34-5678")]
    [InlineData("12-03-1234-5678")]
    [InlineData("0012-345678")]
    [InlineData("100万円を3回")]
    [InlineData("100 200 300 400 500")]
    [InlineData("1000 2000 3000 4000")]
    [InlineData("30 40 50 60 70 80 90")]
    [InlineData("0.25 0.50 0.75 1.00")]
    [InlineData("0.123456789 mm")]
    [InlineData("3.14159265358979")]
    [InlineData("1200×800×450 mm, 05 10 15 20 25")]
    [InlineData("12345678901234 pcs")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("静岡県浜松市で2026-11-23に会った")]
    [InlineData("浜松市中区で3-4人と会った")]
    [InlineData("東京都港区の3-4社")]
    [InlineData("新市場1-2-3を調査")]
    [InlineData("2026-11-23 Hamamatsu-shi")]
    [InlineData("5 Japanese engineers on the road")]
    [InlineData("the sensor SK-2000 and task-force")]
    [InlineData("sk-learn-pipeline-example")]
    [InlineData("npm_config_registry, ASIA-PACIFIC-REGION")]
    [InlineData("token economy, secret sauce")]
    [InlineData("the password is expired")]
    [InlineData("パスワードは変更した")]
    [InlineData("https://example.com:8080/a@b")]
    [InlineData("サーバーとコンピューター")]
    [InlineData("")]
    public void What_is_no_secret_stays(string text)
    {
        var (kept, masked) = Masking.Apply(text, []);
        Assert.Equal(text, kept);
        Assert.Empty(masked);
    }

    [Fact]
    public void Each_kind_is_told_once_and_in_order()
    {
        var (text, masked) = Masking.Apply("パスワードはhunter2! taro@example.com 03-1234-5678 Bluebird jiro@example.com", ["Bluebird"]);
        Assert.Equal("●●● ●●● ●●● ●●● ●●●", text);
        Assert.Equal([MaskedKind.Mail, MaskedKind.Telephone, MaskedKind.CodeWord, MaskedKind.Password], masked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("●")]
    public void A_code_word_of_no_signs_hides_nothing(string word) => Assert.Equal("a ● b", Masking.Apply("a ● b", [word]).Text);

    [Fact]
    public void A_summary_tells_what_was_hidden_even_beyond_its_cut()
    {
        var text = new string('あ', Consultation.LongestSummary) + " taro@example.com";
        var (summary, masked) = Summaries.Masked(text, []);
        Assert.Equal(Summaries.Of(text, []), summary);
        Assert.Equal(Consultation.LongestSummary, summary.Length);
        Assert.Equal([MaskedKind.Mail], masked);
    }

    public static TheoryData<string> Hostile { get; } =
    [
        "1", "0", "1-", "1 (", "+1", "(0", "a@", "a.", "-a.", "@a", "-----BEGIN PRIVATE KEY-----", "東京都区", "漢漢県市", "市1-2", "県市の1番", "12-3", "eyJ", "-eyJ", "eyJaaaaaaaaaaa.", "sk-", "secret", "api_", "token=",
        "password is ", "://a:", "A-ku, 1-", "1-2 A-ku ", "1 Aa ", "http://a.", "/in/", "㈱", "A㈱", "Aa ", "Aa Co. ", "a inc ", "株式会社", "株式会社あ", "ー", "１ー", "●", "\uD83D", "\u3099", " ",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_long_text_made_to_be_slow_comes_back(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Reader.LongestText / piece.Length));
        Assert.NotEmpty(Masking.Apply(text, ["Bluebird"]).Text);
        Assert.InRange(ContactTraces.Normalised(text).Count, 0, 20);
    }

    private static void AssertMasked(string text, string masked, MaskedKind kind)
    {
        var (hidden, kinds) = Masking.Apply(text, ["Bluebird"]);
        Assert.Equal(masked, hidden);
        Assert.Equal([kind], kinds);
    }
}
