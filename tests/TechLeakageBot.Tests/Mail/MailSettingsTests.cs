using Microsoft.Extensions.Configuration;
using TechLeakageBot.Channels.Mail;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Tests.Mail;

public class MailSettingsTests
{
    [Fact]
    public void Without_a_host_there_is_no_mail() => Assert.Null(Read(("Host", " ")));

    [Theory]
    [InlineData(null, MailSecurity.StartTls, 587)]
    [InlineData("starttls", MailSecurity.StartTls, 587)]
    [InlineData("Tls", MailSecurity.Tls, 465)]
    public void The_port_follows_from_the_security(string? security, object expected, int port)
    {
        var settings = Read(("Host", "smtp.example.co.jp"), ("Security", security), ("From", "技術保護 <bot@example.co.jp>"))!;
        Assert.Equal((expected, port, "bot@example.co.jp"), (settings.Security, settings.Port, settings.From.Address));
        Assert.Null(settings.Account);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("https://bot.example.com", null, "https://bot.example.com/officer/incidents/")]
    [InlineData("https://bot.example.com/chat", "https://desk.example.com/", "https://desk.example.com/officer/incidents/")]
    public void The_desk_is_where_the_public_address_says(string? directLine, string? officer, string? desk)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "smtp.example.co.jp", ["Mail:From"] = "bot@example.co.jp", ["DirectLine:PublicUrl"] = directLine, ["Officer:PublicUrl"] = officer,
        });
        Assert.Equal(desk, MailSettings.Read(settings.Build())!.Desk?.AbsoluteUri);
    }

    [Theory]
    [InlineData("Mail:Host", "Host", "")]
    [InlineData("Mail:Host", "Host", "smtp://smtp.example.co.jp")]
    [InlineData("Mail:Host", "Host", "smtp.example.co.jp:587")]
    [InlineData("Mail:Port", "Port", "0")]
    [InlineData("Mail:Port", "Port", "65536")]
    [InlineData("Mail:Port", "Port", "smtp")]
    [InlineData("Mail:Security", "Security", "SSL")]
    [InlineData("Mail:Security", "Security", "0")]
    [InlineData("Mail:Security", "Security", "None")]
    [InlineData("Mail:From", "From", null)]
    [InlineData("Mail:From", "From", "bot")]
    [InlineData("Mail:From", "From", "bot@")]
    [InlineData("Mail:From", "From", "a@example.co.jp, b@example.co.jp")]
    [InlineData("Mail:From", "From", "a@example.co.jp\r\nBcc: b@example.co.jp")]
    [InlineData("Mail:User", "Password", "secret")]
    [InlineData("Mail:Password", "User", "bot")]
    public void A_wrong_value_stops_the_start_and_names_the_setting(string named, string name, string? value)
    {
        var settings = new Dictionary<string, string?> { ["Host"] = "smtp.example.co.jp", ["From"] = "bot@example.co.jp", [name] = value };
        var fault = Assert.Throws<SettingsException>(() => Read([.. settings.Select(setting => (setting.Key, setting.Value))]));
        Assert.StartsWith(named, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public void A_server_on_this_machine_may_do_without_tls(string host)
    {
        var settings = Read(("Host", host), ("Security", "None"), ("From", "bot@example.co.jp"), ("User", "u"), ("Password", " p "))!;
        Assert.Equal((MailSecurity.None, 25, "u", " p "), (settings.Security, settings.Port, settings.Account!.User, settings.Account.Password));
    }

    private static MailSettings? Read(params (string Name, string? Value)[] values) => MailSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Mail:{value.Name}", value.Value))).Build());
}
