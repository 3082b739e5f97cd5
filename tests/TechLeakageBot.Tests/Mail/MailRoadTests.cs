using Microsoft.Extensions.Time.Testing;
using MimeKit;
using TechLeakageBot.Channels.Mail;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Tests.DirectLine;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Tests.Storage;

namespace TechLeakageBot.Tests.Mail;

/// <summary>Over real connections.</summary>
public sealed class MailRoadTests : IAsyncDisposable
{
    private const string Words = "図面を<spy@example.com>に送りました\r\n.\r\nQUIT\r\n";

    private readonly FakeSmtp server = new();
    private readonly KeptLog log = new();
    private readonly ReportedStore store = new(Reported.Opened(Words));
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private Company company = People.Company;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("図面", StringComparison.Ordinal) || line.Text.Contains("@example", StringComparison.Ordinal));
        await server.DisposeAsync();
        store.Dispose();
        log.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_alert_goes_to_the_officer_of_its_site_whole(bool isModern)
    {
        server.Offers = isModern ? server.Offers : [];

        Assert.IsType<SendOutcome.Sent>(await SendAsync());

        var taken = Assert.Single(server.Mails);
        Assert.Equal(("bot@example.co.jp", People.Osaka), (taken.Sender, Assert.Single(taken.Recipients)));
        var mail = taken.Read();
        Assert.Equal([People.Osaka], mail.To.Mailboxes.Select(to => to.Address));
        Assert.Equal("【重大】TL-2026-0001 技術流出に関する報告", mail.Subject);
        Assert.Equal(time.GetUtcNow(), mail.Date);
        Assert.Contains("> 図面を<spy@example.com>に送りました\n> .\n> QUIT\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Headers, header => header.Value.Contains("図面", StringComparison.Ordinal));
        Assert.True(isModern || taken.Data.All(one => one < 0x80), "A server that offers no 8BITMIME got 8-bit bytes.");
        Assert.Equal("QUIT", server.Commands.Last());
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_row_that_is_sent_again_after_a_crash_has_the_message_id_it_had()
    {
        await SendAsync();
        time.Advance(TimeSpan.FromHours(1));
        await SendAsync();
        Assert.Single(server.Mails.Select(mail => mail.Read().MessageId).Distinct());
        Assert.Equal(2, server.Mails.Count);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_certificate_that_is_trusted_lets_the_sign_in_and_the_mail_through(object security)
    {
        Secure((MailSecurity)security);
        server.Account = ("PLAIN LOGIN", "bot", "パスワード");

        Assert.IsType<SendOutcome.Sent>(await SendAsync((MailSecurity)security, new Account("bot", "パスワード"), trusted: true));

        Assert.Single(server.Mails);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail(object security)
    {
        Secure((MailSecurity)security);
        server.Account = ("PLAIN", "bot", "secret");

        var later = Assert.IsType<SendOutcome.Later>(await SendAsync((MailSecurity)security, new Account("bot", "secret")));

        Assert.Contains("certificate", later.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_starttls_gets_no_mail_in_the_clear()
    {
        var later = Assert.IsType<SendOutcome.Later>(await SendAsync(MailSecurity.StartTls, trusted: true));
        Assert.Contains("STARTTLS", later.Error, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task A_sign_in_that_fails_is_tried_again_later(string mechanism)
    {
        server.Account = (mechanism, "bot", "new");
        var later = Assert.IsType<SendOutcome.Later>(await SendAsync(account: new Account("bot", "old")));
        Assert.Equal("The mail server did not accept Mail:User and Mail:Password.", later.Error);
        Assert.IsType<SendOutcome.Later>(await SendAsync());
        Assert.IsType<SendOutcome.Sent>(await SendAsync(account: new Account("bot", "new")));
    }

    [Fact]
    public async Task Where_the_officer_is_refused_for_good_the_deputies_are_told_over_the_same_connection()
    {
        Refuse("550 5.1.1 no such user", People.Osaka);

        Assert.IsType<SendOutcome.Sent>(await SendAsync());

        var taken = Assert.Single(server.Mails);
        Assert.Equal([People.FirstDeputy, People.SecondDeputy], taken.Recipients);
        Assert.Equal([People.FirstDeputy, People.SecondDeputy], taken.Read().To.Mailboxes.Select(to => to.Address));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task One_deputy_who_is_taken_is_enough()
    {
        Refuse("550 5.1.1 no such user", People.Osaka, People.FirstDeputy);
        Assert.IsType<SendOutcome.Sent>(await SendAsync());
        Assert.Equal([People.SecondDeputy], Assert.Single(server.Mails).Recipients);
    }

    [Fact]
    public async Task Where_the_deputies_are_refused_too_every_officer_is_told()
    {
        Refuse("550 5.1.1 no such user", People.Osaka, People.FirstDeputy, People.SecondDeputy);
        Assert.IsType<SendOutcome.Sent>(await SendAsync());
        Assert.Equal([People.Rest], Assert.Single(server.Mails).Recipients);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_alert_that_everybody_is_refused_for_stays_and_is_an_error(bool pipelining)
    {
        server.Offers = pipelining ? server.Offers : [];
        Refuse("550 5.1.1 no such user: 図面", People.Osaka, People.FirstDeputy, People.SecondDeputy, People.Rest);

        var later = Assert.IsType<SendOutcome.Later>(await SendAsync());

        Assert.Equal("The mail server refused all 4 recipients for good.", later.Error);
        Assert.Single(log.Errors);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task An_officer_who_is_put_off_is_asked_again_later_before_anybody_else()
    {
        Refuse("450 4.2.0 greylisted", People.Osaka);
        Assert.Equal("The mail server put the recipients off with 450.", Assert.IsType<SendOutcome.Later>(await SendAsync()).Error);
        Assert.Empty(server.Mails);
        Assert.Empty(log.Errors);
    }

    [Theory]
    [InlineData("greeting", "554 go away 図面", true)]
    [InlineData("greeting", "421 too busy", false)]
    [InlineData("sender", "550 who are you 図面", true)]
    [InlineData("sender", "451 later", false)]
    [InlineData("data", "554 no", true)]
    [InlineData("end", "554 5.7.1 spam: 図面", true)]
    [InlineData("end", "452 4.3.1 full", false)]
    public async Task Whatever_the_server_refuses_the_alert_stays(string where, string answer, bool isError)
    {
        switch (where)
        {
            case "greeting":
                server.Greeting = answer;
                break;
            case "sender":
                server.MailAnswer = answer;
                break;
            case "data":
                server.DataAnswer = answer;
                break;
            default:
                server.EndAnswer = answer;
                break;
        }

        var later = Assert.IsType<SendOutcome.Later>(await SendAsync());

        Assert.Contains(answer[..3], later.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("図面", later.Error, StringComparison.Ordinal);
        Assert.Equal(isError ? 1 : 0, log.Errors.Count());
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_later()
    {
        var road = Road();
        await server.DisposeAsync();
        Assert.Equal("The mail server could not be reached: ConnectionRefused.", Assert.IsType<SendOutcome.Later>(await road.SendAsync(Row(), Cancel)).Error);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_the_deadline()
    {
        server.IsSilent = true;
        var sending = SendAsync();
        while (server.Connections == 0)
            await Task.Delay(10, Cancel);
        time.Advance(MailRoad.LongestSend);
        Assert.Equal("The mail server did not answer in time.", Assert.IsType<SendOutcome.Later>(await sending).Error);
    }

    [Fact]
    public async Task A_mail_that_was_taken_is_sent_even_where_the_goodbye_fails()
    {
        server.ClosesAfterMail = true;
        Assert.IsType<SendOutcome.Sent>(await SendAsync());
    }

    [Fact]
    public async Task An_alert_for_which_nobody_has_an_address_waits_and_is_an_error_once()
    {
        company = Company.Unknown with { Officers = [People.Person(null)] };
        var road = Road();

        Assert.Equal("No officer and no deputy has a mail address.", Assert.IsType<SendOutcome.Later>(await road.SendAsync(Row(), Cancel)).Error);
        Assert.IsType<SendOutcome.Later>(await road.SendAsync(Row(), Cancel));

        Assert.Single(log.Errors);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task An_alert_of_an_incident_that_was_purged_is_dropped_with_a_line_in_the_log()
    {
        var row = Row();
        Assert.IsType<SendOutcome.Sent>(await Road().SendAsync(row with { Effect = (Effect.Alert)row.Effect with { Number = "TL-2026-0099" } }, Cancel));
        Assert.Contains(log.Lines, line => line.Text.Contains("purged", StringComparison.Ordinal));
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData(Audience.Deputies, "deputy1@example.co.jp, deputy2@example.co.jp")]
    [InlineData(Audience.Handler, "osaka@example.co.jp")]
    [InlineData(Audience.Everybody, "osaka@example.co.jp, rest@example.co.jp, deputy1@example.co.jp, deputy2@example.co.jp")]
    public async Task An_alert_goes_to_those_it_is_for(Audience audience, string recipients)
    {
        var row = Row();
        await Road().SendAsync(row with { Effect = (Effect.Alert)row.Effect with { To = audience } }, Cancel);
        Assert.Equal(recipients, string.Join(", ", Assert.Single(server.Mails).Recipients));
    }

    [Fact]
    public void Only_alerts_go_by_mail()
    {
        Assert.True(Road().Carries(Row()));
        Assert.False(Road().Carries(Row() with { Effect = Turn.Reply("a") }));
    }

    private static OutboxRow Row()
    {
        var alert = new Effect.Alert(Reported.Number, 1, Audience.Officer, Core.Dialogs.Road.Mail, "osaka");
        return new OutboxRow(7, OutboxRow.Nobody, "", alert, new DateTimeOffset(2026, 11, 20, 8, 59, 0, TimeSpan.Zero), Attempts: 0, "lane");
    }

    private Task<SendOutcome> SendAsync(MailSecurity security = MailSecurity.None, Account? account = null, bool trusted = false) =>
        Road(security, account, trusted).SendAsync(Row(), Cancel);

    private MailRoad Road(MailSecurity security = MailSecurity.None, Account? account = null, bool trusted = false) => new(
        new MailSettings { Host = "127.0.0.1", Port = server.Port, Security = security, Account = account, From = new MailboxAddress("", "bot@example.co.jp") },
        trusted ? new ServerTrust((_, certificate, _, _) => certificate!.GetCertHashString() == FakeSmtp.Certificate.GetCertHashString()) : ServerTrust.OfTheSystem,
        new KnowledgeSource(DirectLineHost.Knowledge with { Company = company }),
        store.Incidents,
        time,
        log.For<MailRoad>());

    private void Secure(MailSecurity security) => (server.IsTls, server.OffersStartTls) = (security == MailSecurity.Tls, security == MailSecurity.StartTls);

    private void Refuse(string answer, params string[] recipients) => server.RcptAnswer = to => recipients.Contains(to) ? answer : "250 2.1.5 ok";
}
