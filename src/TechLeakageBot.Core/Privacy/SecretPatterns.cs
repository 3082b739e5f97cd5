using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>Secrets in words and signs, in narrowed text.</summary>
internal static partial class SecretPatterns
{
    /// <summary>Whole blocks of keys, what providers' keys begin with, and values that are given to something called a key, secret or token.</summary>
    [GeneratedRegex(
        @"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|\z)"
        + @"|(?<![A-Za-z0-9_])eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*"
        + @"|(?<![A-Za-z0-9_])(?:"
        + @"sk-(?=[A-Za-z_-]{0,60}[0-9])[A-Za-z0-9_-]{12,}|[rs]k_(?:live|test)_[A-Za-z0-9]{12,}|whsec_[A-Za-z0-9+/=]{16,}"
        + @"|gh[oprsu]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}|npm_[A-Za-z0-9]{24,}|pypi-[A-Za-z0-9_-]{32,}|hf_[A-Za-z0-9]{20,}"
        + @"|(?:xox[abceoprs]|xapp)-[A-Za-z0-9.-]{12,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"
        + @"|A(?:KIA|SIA)[A-Z0-9]{16,}|AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{12,}|GOCSPX-[A-Za-z0-9_-]{16,}"
        + @"|(?i:sig)=[A-Za-z0-9%+/=_-]{16,})"
        + @"|https://hooks\.slack\.com/services/[A-Za-z0-9/]{12,}"
        + @"|(?i:(?<![A-Za-z0-9])(?:(?:(?:api|access|account|auth|client|private|refresh|secret|shared)[_-]?){1,3}(?:key|secret|token)|secret|token)[""']?\s{0,3}[:=]\s{0,3})[!-~]{6,}",
        RegexOptions.CultureInvariant)]
    public static partial Regex Keys();

    /// <summary>Values that are given to something called a password, and those in an address such as ftp://name:password@host.</summary>
    [GeneratedRegex(
        @"(?i:pass(?:word|wd|phrase|code)|(?<![A-Za-z0-9])pwd)(?:[""']?\s{0,3}[:=]\s{0,3}[!-~]{4,}|\s{1,3}(?i:is|was)\s{1,3}(?=[!-/:-~]{0,40}[0-9])[!-~]{6,})"
        + @"|(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|パスコード|暗証番号)\s{0,3}(?:は|[:=])\s{0,3}[「『]?[!-~]{4,}"
        + @"|://[^\s/:@]{1,64}:[^\s/@]{1,128}@",
        RegexOptions.CultureInvariant)]
    public static partial Regex Passwords();

    /// <summary>Mail addresses, of which the parts are called local and domain.</summary>
    [GeneratedRegex(
        @"(?<local>[A-Za-z0-9_.%+-]{1,64})(?:@| ?[\[(](?i:at)[\])] ?)(?<domain>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Mails();
}
