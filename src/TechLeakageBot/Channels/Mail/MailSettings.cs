using System.Globalization;
using MimeKit;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.Mail;

/// <summary>
/// The <c>Mail</c> section: <c>Host</c>, <c>Port</c>, <c>Security</c>, <c>User</c>, <c>Password</c>, <c>From</c>; and where mails
/// find the officers' desk, <c>Officer:PublicUrl</c>, else <c>DirectLine:PublicUrl</c>. A class rather than a record, so that nothing
/// prints the password.
/// </summary>
internal sealed class MailSettings
{
    private const string DeskPath = "/officer/incidents/";

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required MailSecurity Security { get; init; }

    /// <summary>Null where the server asks for no sign-in.</summary>
    public required Account? Account { get; init; }

    /// <summary>Who the mails are from; faults of their delivery come back to this address.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>What the numbers of incidents follow on at the desk, with a slash at its end; null where no public address is known.</summary>
    public Uri? Desk { get; init; }

    /// <returns>Null where no mail is configured.</returns>
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        if (string.IsNullOrWhiteSpace(section["Host"]))
        {
            return section.GetChildren().FirstOrDefault(setting => !string.IsNullOrWhiteSpace(setting.Value)) is { } other
                ? throw new SettingsException($"Mail:Host is missing, but {other.Path} is set. Name your mail server, such as smtp.example.co.jp, or remove the Mail settings.")
                : null;
        }

        var host = ReadHost(section["Host"]!.Trim());
        var security = ReadSecurity(section["Security"], host);
        return new MailSettings
        {
            Host = host,
            Port = ReadPort(section["Port"], security),
            Security = security,
            Account = ReadAccount(section),
            From = Mailboxes.Parse(section["From"])
                ?? throw new SettingsException($"Mail:From: '{section["From"]}' is no mail address. Set the address that alerts are sent from, such as tech-protection-bot@example.co.jp."),
            Desk = DeskOf(configuration["Officer:PublicUrl"]) ?? DeskOf(configuration["DirectLine:PublicUrl"]),
        };
    }

    /// <summary>Whether it is an address is checked where the desk and Direct Line read theirs.</summary>
    private static Uri? DeskOf(string? publicUrl) =>
        Uri.TryCreate(publicUrl?.Trim(), UriKind.Absolute, out var uri) ? new Uri($"{uri.GetLeftPart(UriPartial.Authority)}{DeskPath}") : null;

    private static string ReadHost(string host) => Uri.CheckHostName(host) != UriHostNameType.Unknown
        ? host.Trim('[', ']')
        : throw new SettingsException($"Mail:Host: '{host}' is no name of a server. Set it without a scheme or a port, such as smtp.example.co.jp.");

    private static MailSecurity ReadSecurity(string? value, string host)
    {
        var security = string.IsNullOrWhiteSpace(value) ? MailSecurity.StartTls
            : Enum.GetValues<MailSecurity>().Where(known => known.ToString().Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)).ToArray() is [var named] ? named
            : throw new SettingsException($"Mail:Security: '{value}' is not known. Set it to StartTls, Tls or None.");
        return security == MailSecurity.None && !RunMode.IsLoopback(host)
            ? throw new SettingsException($"Mail:Security: None would send alerts in the clear to '{host}'. Set it to StartTls or Tls; None is for a server on this machine only.")
            : security;
    }

    private static int ReadPort(string? value, MailSecurity security)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return security switch
            {
                MailSecurity.StartTls => 587,
                MailSecurity.Tls => 465,
                _ => 25,
            };
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new SettingsException($"Mail:Port: '{value}' is no port. Set a number from 1 to {ushort.MaxValue}, such as 587.");
    }

    private static Account? ReadAccount(IConfigurationSection section)
    {
        var (user, password) = (section["User"], section["Password"]);
        return (string.IsNullOrWhiteSpace(user), string.IsNullOrEmpty(password)) switch
        {
            (true, true) => null,
            (true, false) => throw new SettingsException("Mail:User is missing, but Mail:Password is set. Set both, or none where the server asks for no sign-in."),
            (false, true) => throw new SettingsException("Mail:Password is missing, but Mail:User is set. Set both, or none where the server asks for no sign-in."),
            _ => new Account(user!.Trim(), password!),
        };
    }
}

/// <summary>How the connection to the mail server is protected.</summary>
internal enum MailSecurity
{
    /// <summary>TLS begun by a command; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>No TLS: for a server on this machine.</summary>
    None,
}

/// <summary>The sign-in at the mail server.</summary>
internal sealed class Account(string user, string password)
{
    public string User { get; } = user;

    public string Password { get; } = password;
}
