using TechLeakageBot.Hosting;

namespace TechLeakageBot.Tests.Knowledge;

public class LoaderTests
{
    [Fact]
    public void The_shipped_knowledge_has_no_fault() => Assert.Empty(Shipped.LoaderAt(Shipped.Folder).ReadAll().Faults);

    [Theory]
    [InlineData("cases/people-sns.yaml", "area: people", "colour: red", @"cases/people-sns\.yaml:2: unknown key 'colour', expected .*area")]
    [InlineData("cases/people-sns.yaml", "area: people", "", @"cases/people-sns\.yaml:1: 'area' is missing")]
    [InlineData("cases/people-sns.yaml", "  en: Contact through a business SNS\n", "", @"cases/people-sns\.yaml:5: 'en' is missing, expected a text")]
    [InlineData("cases/people-sns.yaml", "measures: [measure.people.rules", "measures: [measure.nowhere", @"cases/people-sns\.yaml:1: 'measure.nowhere' is named, but nothing has this id")]
    [InlineData("cases/people-sns.yaml", "id: case.people.sns", "id: case.people.spy", @"cases/people-spy\.yaml:1: id 'case.people.spy' is taken already at cases/people-sns\.yaml:1")]
    [InlineData("cases/people-sns.yaml", "pages: [3]", "pages: [3", @"cases/people-sns\.yaml:\d+: not YAML")]
    [InlineData("cases/people-sns.yaml", "pages: [3]", "pages: [three]", @"cases/people-sns\.yaml:3: 'pages': found 'three', expected a whole number")]
    [InlineData("cases/people-sns.yaml", "- when: [caution]", "- when: [panic]", @"cases/people-sns\.yaml:\d+: 'when': found 'panic', expected info, caution, serious")]
    [InlineData("lexicon/signals.yaml", "- signal: stranger", "- signal: unheard-of", @"lexicon/signals\.yaml:\d+: 'signal': found 'unheard-of', expected one of stranger")]
    [InlineData("contacts/bureaus.yaml", "{ja: 沖縄, en: Okinawa}", "{ja: 福岡, en: Fukuoka}", @"contacts/bureaus\.yaml:1: '福岡' stands at two bureaus")]
    [InlineData("contacts/links.yaml", "url: https://www.meti.go.jp/\n", "url: www.meti.go.jp\n", @"contacts/links\.yaml:\d+: 'url': found 'www.meti.go.jp', expected an absolute address")]
    [InlineData("phrases/phrases.yaml", "level-serious:", "level-worrying:", @"phrases/phrases\.yaml:\d+: 'level-worrying': no sentence has this name")]
    [InlineData("phrases/phrases.yaml", "level-serious:", "level-worrying:", @"phrases/:1: 'level-serious' is missing")]
    [InlineData("desk/phrases.yaml", "sign-out:", "log-out:", @"desk/phrases\.yaml:\d+: 'log-out': no sentence has this name")]
    [InlineData("desk/phrases.yaml", "sign-out:", "log-out:", @"desk/:1: 'sign-out' is missing")]
    [InlineData("company/company.yaml", "prefecture: 静岡", "prefecture: 静岡県", @"company/company\.yaml:1: site 'hamamatsu': found prefecture '静岡県'")]
    [InlineData("company/company.yaml", "id: osaka", "id: hamamatsu", @"company/company\.yaml:1: site id 'hamamatsu' stands twice")]
    [InlineData("utterances/people-sns.yaml", "topics: [case.people.sns]", "topics: [case.people.sms]", @"utterances/people-sns\.yaml:\d+: 'topics': found 'case.people.sms'")]
    [InlineData("utterances/people-sns.yaml", "severity: info", "severity: grave", @"utterances/people-sns\.yaml:\d+: 'severity': found 'grave', expected one of info, caution, serious")]
    [InlineData("drills/sns-consultant.yaml", "difficulty: 1", "hardness: 1", @"drills/sns-consultant\.yaml:\d+: unknown key 'hardness'")]
    [InlineData("drills/sns-consultant.yaml", "difficulty: 1", "difficulty: 4", @"drills/sns-consultant\.yaml:\d+: 'difficulty': found 4, expected 1 to 3")]
    [InlineData("drills/sns-consultant.yaml", "topic: case.people.sns", "topic: case.people.sms", @"drills/sns-consultant\.yaml:\d+: 'topic': found 'case.people.sms'")]
    [InlineData("drills/sns-consultant.yaml", "audience: [everyone]", "audience: [all]", @"drills/sns-consultant\.yaml:\d+: 'audience': found 'all', expected one of everyone, engineers")]
    [InlineData("drills/sns-consultant.yaml", "pages: [3]", "pages: [21]", @"drills/sns-consultant\.yaml:\d+: 'pages': found 21, expected 1 to 20")]
    [InlineData("drills/sns-consultant.yaml", "id: sns-consultant", "id: survey-firm", @"drills/survey-firm\.yaml:1: 'id': 'survey-firm' is taken already at drills/sns-consultant\.yaml:1")]
    [InlineData("drills/sns-consultant.yaml", "id: sns-consultant", "id: sns.consultant", @"drills/sns-consultant\.yaml:1: 'id': found 'sns.consultant', expected at most 40")]
    [InlineData("drills/sns-consultant.yaml", "start: praise", "start: offer", @"drills/sns-consultant\.yaml:\d+: 'start': found 'offer', expected the first step")]
    [InlineData("drills/sns-consultant.yaml", "acts: [declined, referred]", "acts: [declined]", @"drills/sns-consultant\.yaml:\d+: 'replies': 'referred' is covered 0 times, expected once")]
    [InlineData("drills/sns-consultant.yaml", "acts: [asked, paused]", "acts: [asked, paused, declined]", @"drills/sns-consultant\.yaml:\d+: 'replies': 'declined' is covered 2 times, expected once")]
    [InlineData("drills/sns-consultant.yaml", "acts: [gave]", "acts: [gave, asked]", @"drills/sns-consultant\.yaml:\d+: 'acts': 'gave' stands beside others")]
    [InlineData("drills/sns-consultant.yaml", "acts: [reported]", "acts: [reported]\n        gave: {ja: 図面, en: a drawing}", @"drills/sns-consultant\.yaml:\d+: 'gave': is only for the act 'gave'")]
    [InlineData("drills/sns-consultant.yaml", "next: detail", "next: detail\n        end: safe", @"drills/sns-consultant\.yaml:\d+: 'next': expected 'next' or 'end', and not both")]
    [InlineData("drills/sns-consultant.yaml", "next: detail", "next: nowhere", @"drills/sns-consultant\.yaml:\d+: 'replies': 'next: nowhere' is no step")]
    [InlineData("drills/sns-consultant.yaml", "end: safe", "end: nowhere", @"drills/sns-consultant\.yaml:\d+: 'replies': 'end: nowhere' is no ending")]
    [InlineData("drills/sns-consultant.yaml", "next: interview", "next: praise", @"drills/sns-consultant\.yaml:\d+: 'id': comes round again: praise - .*identity - praise")]
    [InlineData("drills/sns-consultant.yaml", "next: detail", "next: interview", @"drills/sns-consultant\.yaml:\d+: 'id': no path comes to step 'detail'")]
    [InlineData("drills/sns-consultant.yaml", "endings:", "endings:\n  - {id: spare, result: safe, text: {ja: 終, en: end}, lesson: {ja: 終, en: end}}", @"drills/sns-consultant\.yaml:\d+: 'id': no path comes to ending 'spare'")]
    [InlineData("drills/sns-consultant.yaml", "end: leak", "end: safe", @"drills/sns-consultant\.yaml:\d+: 'replies': something is given away and it ends safe: praise - .*interview - safe")]
    [InlineData("drills/sns-consultant.yaml", "end: safe", "end: leak", @"drills/sns-consultant\.yaml:\d+: 'replies': nothing is given away and it ends in a leak: praise - identity - leak")]
    [InlineData("drills/sns-consultant.yaml", "result: partly", "result: fine", @"drills/sns-consultant\.yaml:\d+: 'result': found 'fine', expected one of leak, partly, safe")]
    [InlineData("replies/gave.yaml", "act: gave", "act: give", @"replies/gave\.yaml:1: 'act': found 'give', expected one of gave, asked, paused, declined, referred, reported, unclear")]
    public void A_fault_is_named_with_its_file_and_line(string file, string good, string bad, string fault)
    {
        using var folder = new TempFolder();
        Shipped.CopyTo(folder.Path);
        var text = File.ReadAllText(folder.File(file));
        var at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.NotEqual(-1, at);
        File.WriteAllText(folder.File(file), text[..at] + bad + text[(at + good.Length)..]);
        Assert.Contains(Shipped.LoaderAt(folder.Path).ReadAll().Faults, found => System.Text.RegularExpressions.Regex.IsMatch(found, "^" + fault));
    }

    [Fact]
    public void A_missing_bureau_is_named()
    {
        using var folder = new TempFolder();
        Shipped.CopyTo(folder.Path);
        var text = File.ReadAllText(folder.File("contacts/bureaus.yaml"));
        File.WriteAllText(folder.File("contacts/bureaus.yaml"), text[..text.IndexOf("- id: bureau.okinawa", StringComparison.Ordinal)]);
        Assert.Contains("contacts/bureaus.yaml:1: found 8 bureaus, expected 9", Shipped.LoaderAt(folder.Path).ReadAll().Faults);
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        using var folder = new TempFolder();
        Shipped.CopyTo(folder.Path);
        File.WriteAllText(folder.File("guides/impact.yaml"), "");
        Assert.Contains("guides/impact.yaml:1: the file is empty", Shipped.LoaderAt(folder.Path).ReadAll().Faults);
    }

    [Fact]
    public void A_folder_without_knowledge_is_refused_by_its_name()
    {
        using var folder = new TempFolder();
        Assert.Contains(folder.Path, Assert.Throws<SettingsException>(() => Shipped.LoaderAt(folder.Path).Load()).Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", Assert.Throws<SettingsException>(() => Shipped.LoaderAt(folder.File("nowhere")).Load()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nameless_site_or_officer_of_the_settings_is_a_fault()
    {
        var faults = Shipped.LoaderAt(Shipped.Folder, ("Company:Sites:0:Id", "kobe"), ("Company:Officers:0:Mail", "a@example.co.jp")).ReadAll().Faults;
        Assert.Contains(faults, fault => fault.Contains("site 'kobe' has no name", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("an officer has no name", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_take_the_place_of_the_files_lists()
    {
        var (knowledge, _) = Shipped.LoaderAt(
            Shipped.Folder,
            ("Company:Sites:0:Id", "kobe"),
            ("Company:Sites:0:Name", "神戸工場"),
            ("Company:Sites:0:Prefecture", "兵庫"),
            ("Company:Officers:0:Name", "高橋"),
            ("Company:Officers:0:Account", "takahashi@corp.example.co.jp")).Load();
        Assert.Equal(["kobe"], knowledge!.Company.Sites.Select(site => site.Id));
        Assert.Equal("神戸工場", knowledge.Company.Sites[0].Name.En);
        Assert.Equal("takahashi@corp.example.co.jp", Assert.Single(knowledge.Company.Officers).Account);
    }
}
