using TechLeakageBot.Channels.Mail;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Mail;

public class RecipientsTests
{
    [Fact]
    public void The_officer_of_the_site_comes_first_then_the_deputies_then_every_other_officer() => Assert.Equal(
        $"{People.Osaka} | {People.FirstDeputy}, {People.SecondDeputy} | {People.Rest}", Circles(People.Company, "osaka"));

    [Theory]
    [InlineData(null)]
    [InlineData("a-site-of-yesterday")]
    public void A_matter_without_a_known_site_goes_to_the_officer_for_all_sites(string? site) =>
        Assert.StartsWith(People.Rest + " |", Circles(People.Company, site), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("osaka")]
    [InlineData("osaka@example.co.jp\r\nBcc: spy@example.com")]
    [InlineData("osaka@example.co.jp\r\nRCPT TO:<spy@example.com>")]
    [InlineData("\"a\r\nRCPT TO:<spy@example.com>\r\n\"@example.co.jp")]
    [InlineData("osaka@example.co.jp, spy@example.com")]
    [InlineData("大阪@example.co.jp")]
    public void An_officer_without_a_sound_address_is_passed_over(string? mail) => Assert.Equal(
        $"{People.FirstDeputy}, {People.SecondDeputy} | {People.Rest}",
        Circles(People.Company with { Officers = [People.Person(mail, "osaka"), People.Person(People.Rest)] }, "osaka"));

    [Fact]
    public void Nobody_stands_in_two_circles() => Assert.Equal(
        People.Osaka,
        Circles(People.Company with { Officers = [People.Person(People.Osaka)], Deputies = [People.Person("OSAKA@example.co.jp")] }, null));

    [Fact]
    public void Without_any_address_there_is_nobody() => Assert.Equal("", Circles(Company.Unknown, null));

    private static string Circles(Company company, string? site) =>
        string.Join(" | ", Recipients.Of(company, Reported.Incident(Reported.Opened(site: site)), Audience.Officer).Select(circle => string.Join(", ", circle.Select(mailbox => mailbox.Address))));
}
