using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Core.Tests.Privacy;

public class MaskingTests
{
    [Theory]
    [InlineData("my card 4111 1111 1111 1111.", "my card ●●●.")]
    [InlineData("カードは4111111111111111です", "カードは●●●です")]
    [InlineData("4111-1111-1111-1111 12/27", "●●● 12/27")]
    [InlineData("マイナンバー１２３４５６７８９０１８", "マイナンバー●●●")]
    [InlineData("電話は03-1234-5678まで", "電話は●●●まで")]
    [InlineData("電話０９０－１２３４－５６７８", "電話●●●")]
    [InlineData("(03) 1234-5678", "●●●")]
    [InlineData("call +81 3 1234 5678 now", "call ●●● now")]
    [InlineData("03-1234-5678 090-1234-5678", "●●● ●●●")]
    [InlineData("山田さんがtaro.yamada@example.co.jpに図面を送った", "山田さんが●●●に図面を送った")]
    [InlineData("〒100-8901 東京都千代田区霞が関1-3-1", "●●● ●●●")]
    [InlineData("キーはsk-abcdefghijklmnop1234です", "キーは●●●です")]
    [InlineData("トークンghp_abcdefghijklmnop1234", "トークン●●●")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "●●●")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", "●●●")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "●●●")]
    [InlineData("管理者password: hunter22", "管理者●●●")]
    [InlineData("パスワードはhunter2!です", "●●●です")]
    [InlineData("BLUEBIRD went out", "●●● went out")]
    public void Secrets_are_hidden_and_the_words_around_them_stay(string text, string masked) =>
        Assert.Equal(masked, Masking.Apply(text, ["Bluebird"]).Text);

    [Theory]
    [InlineData("order 4111111111111112")]
    [InlineData("注文1234567890123456")]
    [InlineData("番号123456789012")]
    [InlineData("2026-11-23 15:04")]
    [InlineData("型番 AB-1234567890123456-X")]
    [InlineData("100万円を3回")]
    [InlineData("the sensor SK-2000 and task-force")]
    [InlineData("token economy, secret sauce")]
    [InlineData("")]
    public void What_is_no_secret_stays(string text) => Assert.Equal(text, Masking.Apply(text, []).Text);

    [Theory]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("1 (")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("東京都区")]
    [InlineData("漢漢県市")]
    [InlineData("12-3")]
    public void A_long_text_made_to_be_slow_comes_back(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000 / piece.Length));
        Assert.NotEmpty(Masking.Apply(text, []).Text);
    }
}
