using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>Domains, and on social networks handles, in the web addresses of a narrowed text.</summary>
internal static partial class WebTraces
{
    /// <summary>Social networks and messengers, with what stands before the handle in a path; where nothing does, the handle comes first.</summary>
    private static readonly Dictionary<string, string[]> Networks = new()
    {
        ["linkedin.com"] = ["in", "company", "school", "pub"],
        ["xing.com"] = ["profile", "pages"],
        ["researchgate.net"] = ["profile"],
        ["wantedly.com"] = ["id"],
        ["reddit.com"] = ["user", "u"],
        ["weibo.com"] = ["u", "n", ""],
        ["facebook.com"] = ["people", ""],
        ["fb.com"] = [""],
        ["m.me"] = [""],
        ["x.com"] = [""],
        ["twitter.com"] = [""],
        ["instagram.com"] = [""],
        ["threads.net"] = [""],
        ["threads.com"] = [""],
        ["tiktok.com"] = [""],
        ["youtube.com"] = ["c", "user", "channel", "@"],
        ["medium.com"] = ["@"],
        ["note.com"] = [""],
        ["qiita.com"] = [""],
        ["github.com"] = [""],
        ["t.me"] = [""],
        ["vk.com"] = [""],
        ["wa.me"] = [""],
        ["whatsapp.com"] = [],
        ["line.me"] = [],
        ["wechat.com"] = [],
        ["telegram.org"] = [],
    };

    /// <summary>The networks' own pages.</summary>
    private static readonly HashSet<string> Pages =
    [
        "about", "ads", "channel", "everyone", "events", "explore", "feed", "groups", "hashtag", "help", "here", "home", "intent", "joinchat", "jobs", "login", "marketplace", "pages", "people", "posts",
        "profile.php", "reel", "reels", "search", "settings", "share", "sharer", "sharer.php", "signup", "status", "stories", "team", "watch",
    ];

    public static IEnumerable<(TraceKind, string)> Find(string narrow)
    {
        foreach (Match match in Addresses().Matches(narrow))
        {
            var (host, path) = (match.Groups["host"].Value, match.Groups["path"].Value);
            if (Domains.Registered(host) is not { } domain || (!match.Groups["scheme"].Success && !Domains.IsUsual(host) && !(path.Length > 1 && Networks.ContainsKey(domain))))
                continue;
            if (!Networks.TryGetValue(domain, out var before))
            {
                if (!Domains.IsEverybodys(domain))
                    yield return (TraceKind.Domain, domain);
            }
            else if (domain == "wa.me")
            {
                if (Telephones.Normalised($"+{path[..Math.Min(path.Length, 20)].Trim('/').Split('?', '/')[0]}") is { } number)
                    yield return (TraceKind.Telephone, number);
            }
            else if (Named(path, before) is { } handle)
            {
                yield return (TraceKind.Handle, handle);
            }
        }
    }

    /// <summary>In lower case without @; null for what is no handle, such as @100 or @all.</summary>
    public static string? Handle(string name)
    {
        var handle = Uri.UnescapeDataString(name).TrimStart('@').TrimEnd('.', '-').ToLowerInvariant();
        return handle.Length < 3 || !handle.Any(char.IsLetter) || Pages.Contains(handle) ? null : handle;
    }

    private static string? Named(string path, string[] before)
    {
        if (Number().Match(path) is { Success: true } number)
            return number.Groups["id"].Value;
        var parts = path.Split('/', '?', '#', '&');
        var first = parts.Length > 1 ? parts[1] : "";
        return before.Contains(first.ToLowerInvariant()) && first.Length > 0 ? (parts.Length > 2 ? Handle(parts[2]) : null)
            : before.Contains("") || (before.Contains("@") && first.StartsWith('@')) ? Handle(first)
            : null;
    }

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@._-])(?<scheme>h(?:tt|xx)ps?://(?:www\.)?|www\.)?(?<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})(?![@a-z0-9])(?::[0-9]{1,5})?(?<path>/[a-z0-9_.%@/?=&#+~-]{0,200})?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();

    /// <summary>Facebook's people without a name: /profile.php?id=1000….</summary>
    [GeneratedRegex(@"^/profile\.php\?(?:[a-z]{1,20}=[a-z0-9]{0,20}&){0,3}id=(?<id>[0-9]{5,20})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
