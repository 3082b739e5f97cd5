using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace TechLeakageBot.Tests.Mail;

/// <summary>A mail server on a port of its own that answers as the test says and keeps what it takes.</summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly TcpListener listener;
    private readonly Task accepting;
    private int connections;

    /// <param name="port">0 for a free one.</param>
    public FakeSmtp(int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>A certificate that nobody but a test trusts.</summary>
    public static X509Certificate2 Certificate { get; } = SelfSigned();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => connections;

    public ConcurrentQueue<TakenMail> Mails { get; } = new();

    public TakenMail[] Alerts => [.. Mails.Where(mail => !mail.IsDigest)];

    public TakenMail[] Digests => [.. Mails.Where(mail => mail.IsDigest)];

    /// <summary>Every command in order, those of a sign-in without their secrets.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public string Greeting { get; set; } = "220 test";

    /// <summary>What EHLO offers besides STARTTLS and AUTH.</summary>
    public string[] Offers { get; set; } = ["8BITMIME", "ENHANCEDSTATUSCODES", "PIPELINING"];

    public bool OffersStartTls { get; set; }

    public bool IsTls { get; set; }

    /// <summary>Takes connections and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Closes the connection as soon as a mail is taken.</summary>
    public bool ClosesAfterMail { get; set; }

    /// <summary>The sign-in asked for: mechanisms, user, password.</summary>
    public (string Mechanisms, string User, string Password)? Account { get; set; }

    public string MailAnswer { get; set; } = "250 2.1.0 ok";

    public Func<string, string> RcptAnswer { get; set; } = _ => "250 2.1.5 ok";

    public string DataAnswer { get; set; } = "354 go on";

    public string EndAnswer { get; set; } = "250 2.0.0 queued";

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(sessions);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                sessions.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            // The server was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        Stream stream = client.GetStream();
        try
        {
            if (IsSilent)
                await Task.Delay(Timeout.Infinite, stopping.Token);
            if (IsTls)
                stream = await SecureAsync(stream);
            await SayAsync(stream, Greeting);
            await TalkAsync(stream);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or would not trust the certificate.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var (signedIn, sender, recipients) = (Account is null, "", new List<string>());
        while (await ReadLineAsync(stream) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            Commands.Enqueue(verb is "AUTH" ? string.Join(' ', line.Split(' ').Take(2)) : line);
            switch (verb)
            {
                case "EHLO":
                    await SayAsync(stream, Ehlo(isSecure: stream is SslStream));
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go on");
                    stream = await SecureAsync(stream);
                    break;
                case "AUTH":
                    signedIn = await SignInAsync(stream, line);
                    await SayAsync(stream, signedIn ? "235 2.7.0 ok" : "535 5.7.8 wrong");
                    break;
                case "MAIL":
                    (sender, recipients) = (Path(line), []);
                    await SayAsync(stream, signedIn ? MailAnswer : "530 5.7.0 sign in first");
                    break;
                case "RCPT":
                    var answer = RcptAnswer(Path(line));
                    if (answer.StartsWith('2'))
                        recipients.Add(Path(line));
                    await SayAsync(stream, answer);
                    break;
                case "DATA":
                    await SayAsync(stream, recipients.Count == 0 ? "503 5.5.1 nobody to send to" : DataAnswer);
                    if (recipients.Count == 0 || !DataAnswer.StartsWith('3'))
                        break;
                    var data = await ReadDataAsync(stream);
                    if (EndAnswer.StartsWith('2'))
                        Mails.Enqueue(new TakenMail(sender, [.. recipients], data));
                    await SayAsync(stream, EndAnswer);
                    if (ClosesAfterMail)
                        return;
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, verb is "RSET" or "NOOP" ? "250 ok" : "502 unknown");
                    break;
            }
        }
    }

    private string Ehlo(bool isSecure)
    {
        List<string> lines = ["test", .. Offers];
        if (OffersStartTls && !isSecure)
            lines.Add("STARTTLS");
        if (Account is { } account)
            lines.Add($"AUTH {account.Mechanisms}");
        return string.Join("\r\n", lines.Select((line, i) => i == lines.Count - 1 ? $"250 {line}" : $"250-{line}"));
    }

    private async Task<bool> SignInAsync(Stream stream, string line)
    {
        var words = line.Split(' ');
        var first = words.Length > 2 ? words[2] : await AskAsync(stream, "");
        if (words[1] == "PLAIN")
            return Decoded(first) == $"\0{Account!.Value.User}\0{Account.Value.Password}";
        var password = await AskAsync(stream, "Password:");
        return (Decoded(first), Decoded(password)) == (Account!.Value.User, Account.Value.Password);
    }

    private async Task<string> AskAsync(Stream stream, string what)
    {
        await SayAsync(stream, $"334 {Convert.ToBase64String(Encoding.UTF8.GetBytes(what))}");
        return await ReadLineAsync(stream) ?? "";
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Path(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stopping.Token);
        return secure;
    }

    private async Task<byte[]> ReadDataAsync(Stream stream)
    {
        using var data = new MemoryStream();
        while (await ReadLineAsync(stream) is var line && line != ".")
        {
            if (line is null)
                throw new IOException("The client went away within its mail.");
            data.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        return data.ToArray();
    }

    /// <summary>Byte by byte, so that nothing of a TLS handshake is swallowed. Each byte a character.</summary>
    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stopping.Token) == 1)
        {
            if (one[0] == '\n')
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }

    private async Task SayAsync(Stream stream, string answer) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stopping.Token);
}

/// <param name="Data">As it was sent, dots unstuffed.</param>
internal sealed record TakenMail(string Sender, IReadOnlyList<string> Recipients, byte[] Data)
{
    /// <summary>Whether it is the audit's digest, and no alert.</summary>
    public bool IsDigest => Read().Subject?.StartsWith("監査記録", StringComparison.Ordinal) == true;

    public MimeMessage Read() => MimeMessage.Load(new MemoryStream(Data));
}
