using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>What part of a host's name is its owner's.</summary>
internal static partial class Domains
{
    private static readonly HashSet<string> MailProviders =
    [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.jp", "ymail.com", "ymail.ne.jp", "outlook.com", "outlook.jp", "outlook.co.jp", "hotmail.com", "hotmail.co.jp", "live.com", "live.jp",
        "msn.com", "icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com", "pm.me", "tuta.com", "tutanota.com",
        "mail.com", "zoho.com", "fastmail.com", "mail.ru", "yandex.ru", "yandex.com", "rambler.ru", "inbox.ru", "bk.ru", "list.ru", "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net",
        "139.com", "189.cn", "aliyun.com", "sina.com", "sina.cn", "sohu.com", "21cn.com", "naver.com", "hanmail.net", "daum.net", "kakao.com", "nate.com", "hinet.net", "docomo.ne.jp",
        "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "vodafone.ne.jp", "rakuten.jp", "nifty.com", "biglobe.ne.jp", "ocn.ne.jp", "so-net.ne.jp", "excite.co.jp", "infoseek.jp",
        "orange.fr", "free.fr", "laposte.net", "libero.it", "comcast.net", "att.net", "verizon.net", "rediffmail.com",
    ];

    /// <summary>Hosts that anybody links to.</summary>
    private static readonly HashSet<string> Everybodys =
    [
        "google.com", "google.co.jp", "goo.gl", "g.page", "youtu.be", "bing.com", "baidu.com", "wikipedia.org", "amazon.com", "amazon.co.jp", "microsoft.com", "office.com", "live.com",
        "apple.com", "icloud.com", "dropbox.com", "box.com", "wetransfer.com", "gigafile.nu", "zoom.us", "webex.com", "slack.com", "discord.com", "discord.gg", "bit.ly", "tinyurl.com", "t.co", "lnkd.in",
        "ow.ly", "is.gd", "lin.ee", "calendly.com", "eventbrite.com", "peatix.com", "chatgpt.com", "openai.com", "deepl.com", "alibaba.com",
    ];

    /// <summary>Where one label more is the customer's: acme.sharepoint.com.</summary>
    private static readonly HashSet<string> Shared =
    [
        "github.io", "gitlab.io", "wixsite.com", "blogspot.com", "wordpress.com", "weebly.com", "jimdofree.com", "notion.site", "myshopify.com", "sharepoint.com", "onmicrosoft.com",
        "vercel.app", "netlify.app", "pages.dev", "web.app", "herokuapp.com", "azurewebsites.net", "amazonaws.com", "cloudfront.net", "en.alibaba.com", "made-in-china.com", "globalsources.com",
    ];

    public static bool IsMailProvider(string domain) => MailProviders.Contains(domain);

    public static bool IsEverybodys(string domain) => Everybodys.Contains(domain) || MailProviders.Contains(domain) || IsOffice(domain);

    /// <summary>Whether a domain is of Japan's government, to which any report may turn.</summary>
    public static bool IsOffice(string domain) => domain.EndsWith(".go.jp", StringComparison.Ordinal);

    /// <summary>Whether a name without http:// before it is a host's. File names and ASP.NET are not.</summary>
    public static bool IsUsual(string host) => Usual().IsMatch(host);

    /// <summary>The part that somebody registered, in lower case; null for what is no name of a host.</summary>
    public static string? Registered(string host)
    {
        var labels = host.ToLowerInvariant().Split('.');
        if (labels.Length < 2 || labels.Any(label => label.Length == 0) || labels[^1].Length < 2 || !labels[^1].All(char.IsAsciiLetter))
            return null;
        var own = labels[^1].Length == 2 && labels[^2] is "co" or "ac" or "go" or "or" or "ne" or "ed" or "gr" or "ad" or "com" or "net" or "org" or "gov" or "edu" or "re" ? 3 : 2;
        if (labels.Length < own)
            return null;
        var domain = string.Join('.', labels.TakeLast(own));
        return Shared.Contains(domain) || Shared.Contains(string.Join('.', labels.TakeLast(own + 1)))
            ? string.Join('.', labels.TakeLast(Shared.Contains(domain) ? own + 1 : own + 2))
            : domain;
    }

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9.-]{0,100}[a-z0-9])?\.(?:com|org|jp|cn|kr|tw|hk|de|com\.[a-z]{2})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Usual();
}
