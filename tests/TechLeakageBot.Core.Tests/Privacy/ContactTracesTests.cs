using System.Security.Cryptography;
using System.Text;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Privacy;

public class ContactTracesTests
{
    [Theory]
    [InlineData("eve@acme.com wrote", "acme.com")]
    [InlineData("送信元はEve@Mail.ACME.co.jpです", "acme.co.jp")]
    [InlineData("ｅｖｅ＠ａｃｍｅ．ｃｏｍ", "acme.com")]
    [InlineData("eve[at]acme.com", "acme.com")]
    [InlineData("https://www.acme.com/products?id=1", "acme.com")]
    [InlineData("hxxps://shop.acme.com.cn:8443/", "acme.com.cn")]
    [InlineData("www.acme-robotics.deを見た", "acme-robotics.de")]
    [InlineData("acme.com で検索", "acme.com")]
    [InlineData("メールは@acme.co.jpから", "acme.co.jp")]
    [InlineData("https://acme.sharepoint.com/sites/x", "acme.sharepoint.com")]
    [InlineData("http://acme.en.alibaba.com/", "acme.en.alibaba.com")]
    public void A_firm_shows_by_its_domain(string text, string domain) => AssertOnly(text, TraceKind.Domain, domain);

    [Theory]
    [InlineData("eve.adams@yahoo.co.jp", "eve.adams@yahoo.co.jp")]
    [InlineData("Eve+jp@Outlook.com", "eve@outlook.com")]
    [InlineData("e.v.e@gmail.com", "eve@gmail.com")]
    [InlineData("Eve+x@googlemail.com", "eve@gmail.com")]
    [InlineData("12345@qq.comから", "12345@qq.com")]
    public void An_address_at_a_provider_counts_whole(string text, string mail) => AssertOnly(text, TraceKind.Mail, mail);

    [Theory]
    [InlineData("https://www.linkedin.com/in/Eve-Adams-123/", "eve-adams-123")]
    [InlineData("jp.linkedin.com/in/eve-adams-123?trk=x", "eve-adams-123")]
    [InlineData("https://linkedin.com/company/acme", "acme")]
    [InlineData("https://www.linkedin.com/in/%E5%B1%B1%E7%94%B0%E5%A4%AA", "山田太")]
    [InlineData("twitter.com/EveAdams/status/1", "eveadams")]
    [InlineData("https://x.com/eveadams", "eveadams")]
    [InlineData("Xの＠EveAdamsさん", "eveadams")]
    [InlineData("@eveadams.", "eveadams")]
    [InlineData("https://www.tiktok.com/@eveadams", "eveadams")]
    [InlineData("https://www.facebook.com/profile.php?id=100012345678", "100012345678")]
    [InlineData("https://m.facebook.com/eve.adams", "eve.adams")]
    [InlineData("LINE ID: eve_adams", "eve_adams")]
    [InlineData("微信：eve_adams", "eve_adams")]
    public void A_person_on_a_network_shows_by_the_handle(string text, string handle) => AssertOnly(text, TraceKind.Handle, handle);

    [Theory]
    [InlineData("03-1234-5678", "+81312345678")]
    [InlineData("電話（０３）１２３４－５６７８", "+81312345678")]
    [InlineData("+81 3 1234 5678", "+81312345678")]
    [InlineData("+81-(0)3-1234-5678", "+81312345678")]
    [InlineData("0081-3-1234-5678", "+81312345678")]
    [InlineData("81-3-1234-5678", "+81312345678")]
    [InlineData("https://wa.me/819012345678", "+819012345678")]
    [InlineData("+1 (555) 010-1234", "+15550101234")]
    [InlineData("(555) 010-1234", "+15550101234")]
    [InlineData("138-0013-8000", "+8613800138000")]
    [InlineData("TEL: 138 0013 8000", "13800138000")]
    public void A_telephone_number_comes_to_one_form(string text, string number) => AssertOnly(text, TraceKind.Telephone, number);

    [Theory]
    [InlineData("株式会社アクメの田中さん", "アクメ")]
    [InlineData("先日アクメ株式会社から", "アクメ")]
    [InlineData("（株）アクメ", "アクメ")]
    [InlineData("ｱｸﾒ㈱の人", "アクメ")]
    [InlineData("取引先株式会社アクメ", "アクメ")]
    [InlineData("取引先 株式会社アクメ", "アクメ")]
    [InlineData("アクメ有限会社は", "アクメ")]
    [InlineData("株式会社アクメ営業部の人", "アクメ")]
    [InlineData("株式会社さくらの社長", "さくら")]
    [InlineData("山田製作所株式会社", "山田製作所")]
    [InlineData("株式会社 ACME Robotics と", "acmerobotics")]
    [InlineData("Acme Robotics株式会社", "acmerobotics")]
    [InlineData("深圳阿克梅科技有限公司から", "深圳阿克梅科技")]
    [InlineData("Yesterday Acme Co., Ltd. called", "acme")]
    [InlineData("I met someone from ACME CO.,LTD", "acme")]
    [InlineData("met acme co., ltd. there", "acme")]
    [InlineData("Foo Inc.", "foo")]
    [InlineData("the people of Bar GmbH", "bar")]
    [InlineData("Bar GmbH & Co. KG", "bar")]
    [InlineData("Baz Technologies Ltd", "baztechnologies")]
    [InlineData("Ｂａｚ　Ｔｅｃｈｎｏｌｏｇｉｅｓ　Ｌｔｄ．", "baztechnologies")]
    [InlineData("Baz Technologies Pte. Ltd. wrote", "baztechnologies")]
    [InlineData("It is late. Qux Corporation", "qux")]
    [InlineData("O’Neil Corp.", "oneil")]
    public void A_firm_shows_by_its_name_without_the_legal_form(string text, string name) => AssertOnly(text, TraceKind.Company, name);

    [Fact]
    public void Firms_that_stand_together_are_told_apart() => Assert.Equal(
        [(TraceKind.Company, "アクメ"), (TraceKind.Company, "ベータ"), (TraceKind.Company, "foo"), (TraceKind.Company, "bar")],
        ContactTraces.Normalised("株式会社アクメと有限会社ベータ, Foo Inc. and Bar GmbH"));

    [Theory]
    [InlineData("")]
    [InlineData("LinkedInで知らない人から連絡が来て、会社の図面について聞かれた")]
    [InlineData("https://www.linkedin.com/feed/ and https://x.com/home and www.google.com")]
    [InlineData("単価は@1200円、@500")]
    [InlineData("@everyone @here")]
    [InlineData("ASP.NET, node.js, drawing.dwg, report.zip")]
    [InlineData("図番 0123-45-6789, 2026-11-23, 1200 800 450")]
    [InlineData("bzl-kanto-kaigai@meti.go.jp, https://www.npa.go.jp/bureau/")]
    [InlineData("signal: stranger, line: production")]
    [InlineData("弊社は株式会社です")]
    [InlineData("あさひ工業株式会社")]
    [InlineData("access was limited, the PLC is from a co. and an inc. step")]
    [InlineData("our company, the Corporation")]
    [InlineData("wa.me/ t.me/ linkedin.com/in/ x.com/")]
    public void What_shows_nobody_leaves_no_trace(string text) => Assert.Empty(ContactTraces.Normalised(text));

    [Fact]
    public void Traces_come_by_kind_and_each_once() => Assert.Equal(
        [(TraceKind.Domain, "acme.com"), (TraceKind.Mail, "eve@gmail.com"), (TraceKind.Handle, "eveadams"), (TraceKind.Telephone, "+81312345678"), (TraceKind.Company, "acme")],
        ContactTraces.Normalised("Acme Inc., 03-1234-5678, @eveadams, x.com/EveAdams, eve@gmail.com, eve@acme.com, https://acme.com"));

    [Fact]
    public void No_more_than_twenty_traces_are_kept()
    {
        var text = string.Join(' ', Enumerable.Range(10, 40).Select(i => $"eve@acme{i}.com"));
        var traces = ContactTraces.Find(text, "key"u8, []);
        Assert.Equal(20, traces.Count);
        Assert.Equal(ContactTraces.Find("eve@acme10.com", "key"u8, []), traces.Take(1));
    }

    [Fact]
    public void What_comes_after_the_longest_text_is_not_read() =>
        Assert.Equal([(TraceKind.Domain, "acme.com")], ContactTraces.Normalised("eve@acme.com " + new string('あ', Reader.LongestText) + " eve@example.com"));

    [Fact]
    public void A_trace_is_the_keyed_hash_of_kind_and_value()
    {
        var due = Convert.ToHexString(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes("Domain\nacme.com"))).ToLowerInvariant()[..32];
        Assert.Equal([new ContactTrace(TraceKind.Domain, due)], ContactTraces.Find("eve@acme.com", "key"u8, []));
    }

    [Theory]
    [InlineData("I gave him my address taro@mail.reiji.example.jp and our name 株式会社例示製作所.")]
    [InlineData("He got 03-1234-5678 from our page, Reiji Works Co., Ltd.")]
    [InlineData("I asked the bureau at 022-221-4942 already.")]
    public void What_is_the_companys_own_or_an_offices_is_no_contact(string text)
    {
        string[] own = ["株式会社例示製作所", "Reiji Works Co., Ltd.", "hanako@reiji.example.jp 03-1234-5678", "022-221-4942"];
        Assert.NotEmpty(ContactTraces.Find(text, "key"u8, []));
        Assert.Empty(ContactTraces.Find(text, "key"u8, own));
        Assert.Equal(ContactTraces.Find("eve@acme.com", "key"u8, []), ContactTraces.Find($"{text} eve@acme.com", "key"u8, own));
    }

    [Fact]
    public void Without_a_key_there_are_no_traces() => Assert.Throws<ArgumentException>(() => ContactTraces.Find("eve@acme.com", [], []));

    private static void AssertOnly(string text, TraceKind kind, string value) => Assert.Equal([(kind, value)], ContactTraces.Normalised(text));
}
