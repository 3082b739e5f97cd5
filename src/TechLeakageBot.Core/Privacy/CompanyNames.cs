using System.Text.RegularExpressions;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Privacy;

/// <summary>
/// Names of firms beside a legal form in a narrowed text, folded and without blanks and the form: 株式会社アクメ, アクメ(株), ACME Co., Ltd.
/// A Japanese name ends where hiragana begins, for nothing else parts it from the sentence.
/// </summary>
internal static partial class CompanyNames
{
    /// <summary>More than any name before a form needs, in characters.</summary>
    private const int LongestBefore = 80;

    /// <summary>What stands before a firm's name in a sentence without a particle between.</summary>
    private static readonly string[] Leads =
    [
        "昨日", "今日", "本日", "先日", "先週", "先月", "今週", "今月", "昨年", "今年", "取引先", "仕入先", "得意先", "外注先", "委託先", "納入先", "転職先", "競合", "同業", "相手", "顧客", "客先",
        "中国企業", "外国企業", "海外企業", "企業", "会社", "商社", "メーカー", "弊社", "当社", "自社", "御社", "貴社", "同社", "他社", "新会社", "子会社", "親会社", "元",
    ];

    /// <summary>Where a firm's name ends in front of what somebody is or sits in there.</summary>
    private static readonly string[] Trails =
        ["代表取締役", "取締役", "社長", "専務", "常務", "部長", "課長", "係長", "営業部", "技術部", "開発部", "購買部", "調達部", "人事部", "総務部", "営業所", "営業担当", "担当者", "本社", "支社", "支店", "御中", "様", "殿", "氏"];

    /// <summary>Words that are no name alone: a name in hiragana went before them.</summary>
    private static readonly HashSet<string> Generic =
        ["工業", "電機", "電気", "電子", "自動車", "製作所", "精機", "産業", "商事", "商会", "技研", "化学", "機械", "物産", "建設", "製薬", "食品", "テクノロジー", "システム", "グループ", "ホールディングス", "company", "technologies", "group", "holdings", "trading"];

    /// <summary>English words that stand before a firm's name and are no part of it.</summary>
    private static readonly HashSet<string> Stops = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "about", "after", "again", "all", "an", "and", "any", "are", "as", "asked", "at", "but", "by", "called", "client", "company", "competitor", "contacted", "customer", "dear", "every", "firm", "for", "former", "from",
        "had", "has", "he", "i", "if", "in", "into", "is", "it", "joined", "last", "left", "maker", "met", "month", "my", "named", "of", "on", "or", "our", "said", "says", "she", "some", "supplier", "than", "that",
        "the", "their", "then", "they", "this", "to", "today", "us", "vendor", "via", "was", "we", "week", "when", "where", "while", "who", "with", "yesterday", "you", "your",
    };

    public static IEnumerable<string> Find(string narrow) => Japanese(narrow).Concat(Western(narrow)).OfType<string>();

    private static IEnumerable<string?> Japanese(string narrow)
    {
        var taken = 0;
        foreach (Match form in Forms().Matches(narrow))
        {
            // What an earlier form took for its name is not this one's too: 株式会社アクメ(株).
            if (form.Index < taken)
                continue;
            var from = Math.Max(taken, form.Index - LongestBefore);
            var (before, after) = (Before().Match(narrow[from..form.Index]), After().Match(narrow, form.Index + form.Length));
            var name = before.Success ? WithoutLead(before.Groups["name"].Value) : "";
            var follows = after.Success && !form.Value.EndsWith("公司", StringComparison.Ordinal);
            var touches = form.Index > 0 && narrow[form.Index - 1] != ' ';
            if (name.Length > 0 && (touches || !follows || after.Value[0] == ' '))
            {
                taken = form.Index + form.Length;
                yield return Normal(name);
            }
            else if (follows)
            {
                taken = after.Index + after.Length;
                yield return Normal(WithoutTrail(after.Groups["name"].Value));
            }
        }
    }

    private static IEnumerable<string?> Western(string narrow)
    {
        foreach (Match match in WesternNames().Matches(narrow))
        {
            var words = match.Groups["name"].Value.Split(' ');
            var first = words.Length;
            var capital = false;
            while (first > 0 && !Stops.Contains(words[first - 1]) && !(first < words.Length && Ends(words[first - 1])) && !(capital && char.IsAsciiLetterLower(words[first - 1][0])))
                capital |= char.IsAsciiLetterUpper(words[--first][0]);
            if (first < words.Length && (capital || match.Groups["loose"].Success))
                yield return Normal(string.Concat(words[first..]));
        }
    }

    /// <summary>Whether a sentence ends with a word. Short ones are abbreviations.</summary>
    private static bool Ends(string word) => word.Length > 3 && word[^1] == '.';

    private static string? Normal(string name)
    {
        var folded = Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        return folded.Length < 2 || Generic.Contains(folded) ? null : folded;
    }

    private static string WithoutLead(string name)
    {
        while (Leads.FirstOrDefault(lead => name.StartsWith(lead, StringComparison.Ordinal)) is { } lead)
            name = name[lead.Length..].TrimStart();
        return name;
    }

    private static string WithoutTrail(string name)
    {
        var end = Trails.Select(trail => name.IndexOf(trail, StringComparison.Ordinal)).Where(at => at >= 2).DefaultIfEmpty(name.Length).Min();
        return name[..end];
    }

    [GeneratedRegex(@"(?:株式|有限|合同|合資|合名)会社|\((?:株|有|同)\)|[㈱㈲]|股[份份]有限公司|有限(?:責任|责任)?公司|주식회사|\(주\)|㈜", RegexOptions.CultureInvariant)]
    private static partial Regex Forms();

    private const string Sign = @"[\p{IsCJKUnifiedIdeographs}\p{IsHangulSyllables}\uF900-\uFAFF々ァ-ヺー・ｦ-ﾟ\u3099\u309AA-Za-z0-9&.'+-]";
    private const string Latin = @"[A-Za-z0-9&.'+-]{1,30}";

    [GeneratedRegex(@"(?<name>(?:[A-Z][A-Za-z0-9&.'+-]{0,29} ){0,4}" + Sign + @"{1,30}) ?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    /// <summary>A name all in hiragana ends before the first particle that it can, and begins with none.</summary>
    [GeneratedRegex(
        @"\G ?(?<name>" + Sign + @"{1,30}(?:(?<=[A-Za-z0-9&.'+-]) (?=[A-Z])" + Latin + @"){0,4}|(?![のをがはへとにもでだや]|から|など|なの|なら|らし|みた|じゃ)[ぁ-ん][ぁ-んー]{1,9}?(?=[のはがをにでともへ]|から|さん|[^ぁ-んー]|\z))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex After();

    /// <summary>Words and a form; those forms are called loose that are no other word in lower case either. PLC is a controller.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9&.'+-])(?<name>(?:[A-Za-z0-9&][A-Za-z0-9&.'+-]{0,29} ){0,4}?[A-Za-z0-9&][A-Za-z0-9&.'+-]{0,29}?)(?:, ?| )"
        + @"(?:(?<loose>(?i:gmbh(?: ?& ?co\.? ?kg)?|(?:co(?:mpany|rp|rporation)?|pte|pty|pvt|private)[., ]{0,2} ?(?:ltd|limited)|ltd|inc|incorporated|corp|sdn\.? bhd|s\.p\.a|k\.k))"
        + @"|Corporation|CORPORATION|Limited|LIMITED|LLC|L\.L\.C|AG|Co\.|S\.A|B\.V|N\.V|A/S|Oy)(?![A-Za-z0-9&])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WesternNames();
}
