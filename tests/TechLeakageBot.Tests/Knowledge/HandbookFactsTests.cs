using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Tests.Knowledge;

/// <summary>What METI's handbook prints, letter by letter: its bureaus and addresses (pp. 19-20), its checklist (pp. 17-18).</summary>
public class HandbookFactsTests
{
    private static readonly string[] Ids =
    [
        "case.people.sns", "case.people.poaching", "case.people.exhibition", "case.people.spy", "case.partners.supplier", "case.partners.equipment",
        "case.partners.sample", "case.partners.subcontract", "case.overseas.licensee", "case.overseas.withdrawal", "case.research.employee",
        "case.research.subcontractor", "measure.first.organization", "measure.first.identify", "measure.first.manage", "measure.people.rules",
        "measure.people.training", "measure.people.access", "measure.people.process-split", "measure.people.retention", "measure.partners.vetting",
        "measure.partners.scope", "measure.partners.nda", "measure.partners.supplier-scope", "measure.partners.customer-scope",
        "measure.partners.equipment-scope", "measure.partners.government-request", "measure.overseas.law", "measure.overseas.recipient",
        "measure.overseas.stakeholders", "measure.overseas.scope", "measure.overseas.return", "measure.overseas.blackbox", "measure.overseas.maintenance",
        "measure.overseas.exit-data", "measure.overseas.exit-equipment", "measure.research.theme", "measure.research.country-dd",
        "measure.research.organization-dd", "measure.research.individual-dd", "measure.research.members", "measure.research.scope",
        "measure.research.data-rules", "measure.research.access", "guide.impact", "guide.violation", "guide.prevention-overview", "column.investment",
        "column.tics", "contact.bureau", "contact.inpit", "contact.links",
    ];

    public static TheoryData<string, string, string, string, string, string> Bureaus => new()
    {
        { "bureau.hokkaido", "北海道経済産業局", "総務企画部 国際課", "011-709-1752", "bzl-hokkaido-kokusai@meti.go.jp", "北海道" },
        { "bureau.tohoku", "東北経済産業局", "総務企画部 国際課", "022-221-4907", "bzl-thk-kokusai@meti.go.jp", "青森 岩手 宮城 秋田 山形 福島" },
        { "bureau.kanto", "関東経済産業局", "総務企画部 国際課", "048-600-0262", "bzl-kanto-kaigai@meti.go.jp", "茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 山梨 長野 静岡" },
        { "bureau.chubu", "中部経済産業局", "地域経済部 国際課", "052-951-4091", "bzl-qchbnt@meti.go.jp", "富山 石川 岐阜 愛知 三重" },
        { "bureau.kinki", "近畿経済産業局", "国際部 通商課 経済安全保障室", "06-6966-6039", "bzl-kinki-keizaianpo@meti.go.jp", "福井 滋賀 京都 大阪 兵庫 奈良 和歌山" },
        { "bureau.chugoku", "中国経済産業局", "産業部 国際課", "082-224-5659", "bzl-qchgix@meti.go.jp", "鳥取 島根 岡山 広島 山口" },
        { "bureau.shikoku", "四国経済産業局", "産業部 産業振興課", "087-811-8525", "bzl-qsikik@meti.go.jp", "徳島 香川 愛媛 高知" },
        { "bureau.kyushu", "九州経済産業局", "国際部 国際課", "092-482-5423", "bzl-kyukokusai@meti.go.jp", "福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島" },
        { "bureau.okinawa", "沖縄総合事務局", "経済産業部 商務通商課", "098-866-1731", "bzl-oki-syomu@meti.go.jp", "沖縄" },
    };

    public static TheoryData<int, string, string> Checklist => new()
    {
        { 1, "measure.first.organization", "11 12" },
        { 2, "measure.first.identify", "15 16" },
        { 3, "measure.first.manage", "22 96" },
        { 4, "measure.people.rules", "65" },
        { 5, "measure.people.training", "67" },
        { 6, "measure.people.access", "85" },
        { 7, "measure.people.process-split", "92" },
        { 8, "measure.people.retention", "100" },
        { 9, "measure.partners.vetting", "164" },
        { 10, "measure.partners.scope", "165" },
        { 11, "measure.partners.nda", "167" },
        { 12, "measure.partners.supplier-scope", "170" },
        { 13, "measure.partners.customer-scope", "171" },
        { 14, "measure.partners.equipment-scope", "173" },
        { 15, "measure.partners.government-request", "170 171" },
        { 16, "measure.overseas.law", "33" },
        { 17, "measure.overseas.recipient", "36" },
        { 18, "measure.overseas.stakeholders", "37" },
        { 19, "measure.overseas.scope", "39" },
        { 20, "measure.overseas.return", "42" },
        { 21, "measure.overseas.blackbox", "46" },
        { 22, "measure.overseas.maintenance", "48" },
        { 23, "measure.overseas.exit-data", "50" },
        { 24, "measure.overseas.exit-equipment", "51" },
        { 25, "measure.research.theme", "118 119" },
        { 26, "measure.research.country-dd", "120 121" },
        { 27, "measure.research.organization-dd", "122-126" },
        { 28, "measure.research.individual-dd", "127 128" },
        { 29, "measure.research.members", "133" },
        { 30, "measure.research.scope", "134" },
        { 31, "measure.research.data-rules", "144" },
        { 32, "measure.research.access", "146" },
    };

    private static Catalogue Handbook => Shipped.Base.Handbook;

    [Fact]
    public void Every_topic_is_there_and_no_other() => Assert.Equal(Ids.Order(StringComparer.Ordinal), Handbook.Topics.Select(topic => topic.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Bureaus))]
    public void A_bureau_is_as_printed(string id, string name, string section, string tel, string mail, string prefectures)
    {
        var bureau = Handbook.Bureaus.Single(b => b.Id == id);
        Assert.Equal((name, section, tel, mail), (bureau.Name.Ja, bureau.Section.Ja, bureau.Tel, bureau.Mail));
        Assert.Equal(prefectures.Split(' '), bureau.Prefectures.Select(prefecture => prefecture.Ja));
    }

    [Fact]
    public void Every_prefecture_has_its_bureau()
    {
        Assert.Equal(Catalogue.BureauCount, Handbook.Bureaus.Count);
        Assert.Equal(47, Handbook.Bureaus.SelectMany(bureau => bureau.Prefectures).Select(prefecture => prefecture.Ja).Distinct().Count());
    }

    [Theory]
    [InlineData("福井の工場", "bureau.kinki")]
    [InlineData("Our Niigata plant", "bureau.kanto")]
    [InlineData("富山県の事業所", "bureau.chubu")]
    [InlineData("in Takasaki", "bureau.kanto")]
    public void A_place_leads_to_its_bureau(string text, string bureau) =>
        Assert.Equal(bureau, Handbook.BureauOf(Shipped.Base.Reader.Read(text).Place?.Prefecture)?.Id);

    [Theory]
    [MemberData(nameof(Checklist))]
    public void An_item_of_the_checklist_has_its_number_and_the_pages_of_the_guidance(int number, string id, string pages)
    {
        var measure = Handbook.Find<Measure>(id)!;
        Assert.Equal((number, pages), (measure.Number, string.Join(' ', measure.GuidancePages)));
    }

    [Fact]
    public void INPIT_is_as_printed()
    {
        var desk = Assert.Single(Handbook.Find<Contact>("contact.inpit")!.Entries);
        Assert.Equal(
            ("03-3581-1101", "3823", "ip-sr01@inpit.go.jp", "https://www.inpit.go.jp/katsuyo/tradesecret/madoguchi.html"),
            (desk.Tel, desk.Extension, desk.Mail, desk.Url?.OriginalString));
    }

    [Fact]
    public void The_publisher_is_as_printed()
    {
        var publisher = Handbook.Find<Contact>("contact.links")!.Entries.Single(entry => entry.Tel is not null);
        Assert.Equal(("03-3501-1511", "〒100-8901 東京都千代田区霞が関1-3-1"), (publisher.Tel, publisher.Address?.Ja));
    }

    [Fact]
    public void Every_link_is_as_printed() => Assert.Equal(
        [
            "https://www.meti.go.jp/policy/economy/tech_leakage_prevention/index.html",
            "https://www.meti.go.jp/policy/economy/tech_leakage_prevention/pdf/guidance2.0.pdf",
            "https://www.meti.go.jp/policy/mono_info_service/mono/technology_management/",
            "https://www.meti.go.jp/policy/economy/economic_security/260123_guideline.pdf",
            "https://www.npa.go.jp/bureau/security/economic-security/index.html",
            "https://www.meti.go.jp/policy/economy/chizai/chiteki/trade-secret.html",
            "https://www.meti.go.jp/",
        ],
        Handbook.Find<Contact>("contact.links")!.Entries.Select(entry => entry.Url?.OriginalString));
}
