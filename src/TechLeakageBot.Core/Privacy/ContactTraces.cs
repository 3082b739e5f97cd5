using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Privacy;

/// <summary>
/// Finds what a person's own words say of whom they were in contact with: domains, addresses, handles, telephone numbers and firms.
/// Reads the text before it is masked. The company's own, and whom the bot itself names, tell of nobody and are left out.
/// </summary>
public static partial class ContactTraces
{
    private const int Most = 20;
    private const int HashBytes = 16;

    /// <param name="text">Read as far as <see cref="Reader.LongestText"/>.</param>
    /// <param name="key">Secret and kept: with another key no trace equals an earlier one.</param>
    /// <param name="own">Texts in which only such contacts stand that are no contact's: <see cref="KnowledgeBase.OwnContacts"/>.</param>
    /// <returns>At most 20 traces, each once, by kind and then as they come in the text.</returns>
    /// <exception cref="ArgumentException">The key is empty: anybody could try all telephone numbers on such hashes.</exception>
    public static IReadOnlyList<ContactTrace> Find(string text, ReadOnlySpan<byte> key, IEnumerable<string> own)
    {
        if (key.IsEmpty)
            throw new ArgumentException("Traces need a key.", nameof(key));
        var traces = new List<ContactTrace>();
        var found = Normalised(text);
        foreach (var (kind, value) in found.Count == 0 ? found : found.Except(own.SelectMany(Normalised)))
        {
            var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{value}"));
            traces.Add(new ContactTrace(kind, Convert.ToHexStringLower(hash.AsSpan(0, HashBytes))));
        }

        return traces;
    }

    /// <summary>What is hashed.</summary>
    internal static IReadOnlyList<(TraceKind Kind, string Value)> Normalised(string text)
    {
        var read = text[..Math.Min(text.Length, Reader.LongestText)];
        var narrow = Narrowing.Narrow(read);
        return
        [
            .. Mails(narrow).Concat(WebTraces.Find(narrow)).Concat(Handles(narrow)).Concat(TelephonesIn(narrow))
                .Concat(CompanyNames.Find(narrow).Select(name => (TraceKind.Company, name)))
                .OrderBy(trace => trace.Item1)
                .Distinct()
                .Take(Most),
        ];
    }

    private static IEnumerable<(TraceKind, string)> Mails(string narrow)
    {
        foreach (Match mail in SecretPatterns.Mails().Matches(narrow))
        {
            if (Domains.Registered(mail.Groups["domain"].Value) is not { } domain || Domains.IsOffice(domain))
                continue;
            var local = mail.Groups["local"].Value.ToLowerInvariant().Trim('.');
            local = local.Split('+')[0] is { Length: > 0 } untagged ? untagged : local;
            if (!Domains.IsMailProvider(domain))
                yield return (TraceKind.Domain, domain);
            else if (domain is "gmail.com" or "googlemail.com")
                yield return (TraceKind.Mail, local.Replace(".", "", StringComparison.Ordinal) + "@gmail.com");
            else
                yield return (TraceKind.Mail, $"{local}@{domain}");
        }
    }

    private static IEnumerable<(TraceKind, string)> Handles(string narrow)
    {
        foreach (Match match in AtNames().Matches(narrow).Concat(MessengerNames().Matches(narrow)))
        {
            var name = match.Groups["name"].Value;
            if (Domains.IsUsual(name))
            {
                if (Domains.Registered(name) is { } domain && !Domains.IsMailProvider(domain) && !Domains.IsEverybodys(domain))
                    yield return (TraceKind.Domain, domain);
            }
            else if (WebTraces.Handle(name) is { } handle)
            {
                yield return (TraceKind.Handle, handle);
            }
        }
    }

    private static IEnumerable<(TraceKind, string)> TelephonesIn(string narrow) =>
        from number in Numbers.Find(narrow)
        where number.Kind == MaskedKind.Telephone
        let row = narrow.Substring(number.Start, number.Length)
        select (TraceKind.Telephone, Telephones.Normalised(row) ?? Numbers.Digits(row));

    /// <summary>@name, which is no part of a mail address and no price (@100).</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_.%+@/-])@(?<name>[A-Za-z0-9_][A-Za-z0-9_.-]{2,49})(?![A-Za-z0-9_])", RegexOptions.CultureInvariant)]
    private static partial Regex AtNames();

    /// <summary>LINE ID: name, WeChat: name. A line and a signal are other things too, where no ID is spoken of.</summary>
    [GeneratedRegex(
        @"(?:(?i:(?<![A-Za-z])(?:line|signal)|ライン)(?i: ?id[ :は]{1,3}(?:is )?)"
        + @"|(?i:(?<![A-Za-z])(?:wechat|telegram|skype|whatsapp|kakao(?:talk)?|qq|viber)|微信|カカオ(?:トーク)?)(?i: ?id[ :は]{1,3}(?:is )?| ?[:は] ?))"
        + @"@?(?<name>[A-Za-z0-9_][A-Za-z0-9_.-]{3,49})(?![A-Za-z0-9_@])",
        RegexOptions.CultureInvariant)]
    private static partial Regex MessengerNames();
}
