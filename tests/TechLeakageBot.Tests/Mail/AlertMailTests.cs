using MimeKit;
using TechLeakageBot.Channels.Mail;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.DirectLine;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Mail;

public class AlertMailTests
{
    private static readonly DateTimeOffset Created = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_says_all_that_the_officer_needs_in_japanese_and_then_in_english()
    {
        var mail = Mail(Alert("図面を送ってしまいました"));

        Assert.Equal("【重大】TL-2026-0001 技術流出に関する報告", mail.Subject);
        var text = Assert.IsType<TextPart>(mail.Body);
        Assert.Equal(("text/plain", "utf-8"), (text.ContentType.MimeType, text.ContentType.Charset));
        var (ja, en) = Halves(mail);
        Assert.Contains("TL-2026-0001　重大\n", ja, StringComparison.Ordinal);
        Assert.Contains("・公開していない技術や情報が、社外に出た可能性があります。\n・外国の政府や法律が", ja, StringComparison.Ordinal);
        Assert.Contains("\n> 図面を送ってしまいました\n", ja, StringComparison.Ordinal);
        Assert.Contains("受付: 2026-11-20 18:00 JST\n拠点: 大阪工場\n", ja, StringComparison.Ordinal);
        Assert.Contains("関連する項目：SNSを通じた接触（ハンドブック3ページ）", ja, StringComparison.Ordinal);
        Assert.Contains("同じ相手: ", ja, StringComparison.Ordinal);
        Assert.Contains("いますること（報告した人に向けた案内）\n・今すぐ返信を止め、これ以上は何も送りません。\n", ja, StringComparison.Ordinal);
        Assert.Contains("近畿経済産業局", ja, StringComparison.Ordinal);
        Assert.Matches("近畿経済産業局: .* [0-9-]+ bzl-\\S+@meti.go.jp\n", ja);
        Assert.Contains("社外への連絡は、一切行っていません", ja, StringComparison.Ordinal);
        Assert.Contains("TL-2026-0001 · Serious\n", en, StringComparison.Ordinal);
        Assert.Contains("Site: Osaka plant\n", en, StringComparison.Ordinal);
        Assert.Contains("has contacted nobody outside the company", en, StringComparison.Ordinal);
        Assert.DoesNotContain("図面", en, StringComparison.Ordinal);
        Assert.DoesNotContain("In the reporter's own words", en, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_desk_has_a_public_address_the_mail_leads_there()
    {
        var (ja, en) = Halves(Mail(Reported.Incident(), desk: new Uri("https://bot.example.com/officer/incidents/")));
        Assert.Contains("責任者の画面で開く: https://bot.example.com/officer/incidents/TL-2026-0001\n", ja, StringComparison.Ordinal);
        Assert.Contains("Open it at the officer's desk: https://bot.example.com/officer/incidents/TL-2026-0001\n", en, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", Halves(Mail(Reported.Incident())).First, StringComparison.Ordinal);
    }

    [Fact]
    public void What_happened_later_is_told_in_subject_and_text()
    {
        var clock = new Recorded(2, Created, new Actor.TheClock(), new IncidentEvent.Escalated(LadderStep.Deputies));
        var added = new Recorded(3, Created, new Actor.TheReporter(), new IncidentEvent.DetailAdded("USBも\n渡しました"));
        var incident = Reported.Incident().With([clock, added]);

        Assert.Equal("【重大】TL-2026-0001 まだ確認されていないため、代理の方にもお知らせします", Mail(incident, happened: 2).Subject);
        var mail = Mail(incident, happened: 3);
        Assert.Equal("【重大】TL-2026-0001 報告した人からの追加情報", mail.Subject);
        Assert.Contains("報告した人からの追加情報\n> USBも\n> 渡しました\n", Halves(mail).First, StringComparison.Ordinal);
        Assert.DoesNotContain("USB", Halves(mail).Second, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_in_english_begins_in_english()
    {
        var mail = Mail(Alert("I sent the drawing") with { Language = Language.English });
        Assert.Equal("[Serious] TL-2026-0001: possible technology leakage", mail.Subject);
        var (en, ja) = Halves(mail);
        Assert.Contains("\n> I sent the drawing\n", en, StringComparison.Ordinal);
        Assert.Contains("TL-2026-0001　重大", ja, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_reporter_can_neither_forge_a_header_nor_a_line_of_the_bot()
    {
        const string Words = "a\r\nBcc: spy@example.com\r\r\n.\r\nRCPT TO:<spy@example.com>\nb\u2028Level: Info\u0085c\u000bd\0\u202Ee";
        var mail = Mail(Alert(Words));

        Assert.DoesNotContain(mail.Headers, header => header.Value.Contains("spy", StringComparison.Ordinal));
        Assert.Empty(mail.To.Concat(mail.Cc).Concat(mail.Bcc));
        Assert.Contains(
            "\n> a\n> Bcc: spy@example.com\n>\n> .\n> RCPT TO:<spy@example.com>\n> b\n> Level: Info\n> cde\n", Halves(mail).First, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_knowledge_no_longer_holds_is_left_out()
    {
        var mail = Mail(Alert("words") with { Topic = "case.of.yesterday", SimilarCase = null, SiteId = "closed", BureauId = "bureau.atlantis", Reasons = [], Level = Severity.Caution });
        Assert.Equal("【注意】TL-2026-0001 技術流出に関する報告", mail.Subject);
        var (ja, _) = Halves(mail);
        Assert.Contains("> words", ja, StringComparison.Ordinal);
        Assert.DoesNotContain("相談先", ja, StringComparison.Ordinal);
        Assert.DoesNotContain("いますること", ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matter_without_a_case_names_what_it_relates_to()
    {
        var measure = DirectLineHost.Knowledge.Handbook.Topics.First(topic => topic is Core.Handbook.Measure { Actions.DoNow.Count: > 0 });
        var (ja, _) = Halves(Mail(Alert("words") with { Topic = measure.Id, SimilarCase = null }));
        Assert.Contains($"関連する項目：{measure.Title.Ja}（ハンドブック", ja, StringComparison.Ordinal);
        Assert.Contains("いますること", ja, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_row_has_the_same_message_id_and_another_row_another_one()
    {
        Assert.Equal($"alert-7-{Created.ToUnixTimeMilliseconds()}@example.co.jp", Mail(Alert("a")).MessageId);
        Assert.Equal(Mail(Alert("a")).MessageId, Mail(Alert("a"), later: true).MessageId);
        Assert.NotEqual(Mail(Alert("a")).MessageId, Mail(Alert("a"), id: 8).MessageId);
    }

    private static IncidentEvent.Opened Alert(string words) => Reported.Opened(words);

    private static MimeMessage Mail(IncidentEvent.Opened opened, bool later = false, long id = 7) => Mail(Reported.Incident(opened), 1, later, id);

    private static MimeMessage Mail(Incident incident, int happened = 1, bool later = false, long id = 7, Uri? desk = null) => AlertMail.Of(
        new OutboxRow(id, OutboxRow.Nobody, "", new Effect.Alert(incident.Number, happened, Audience.Officer, Road.Mail, incident.SiteId), Created, Attempts: later ? 3 : 0, "lane"),
        incident,
        earlier: 2,
        DirectLineHost.Knowledge with { Company = People.Company },
        new MailSettings { Host = "localhost", Port = 25, Security = MailSecurity.None, Account = null, From = new MailboxAddress("", "bot@example.co.jp"), Desk = desk },
        later ? Created.AddHours(1) : Created);

    private static (string First, string Second) Halves(MimeMessage mail)
    {
        var halves = mail.TextBody!.ReplaceLineEndings("\n").Split($"\n\n{new string('-', 40)}\n\n");
        Assert.Equal(2, halves.Length);
        return (halves[0] + "\n", halves[1]);
    }
}
