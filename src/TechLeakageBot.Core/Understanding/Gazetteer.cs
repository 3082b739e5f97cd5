namespace TechLeakageBot.Core.Understanding;

/// <summary>Finds Japanese prefectures and cities in folded text.</summary>
public sealed class Gazetteer
{
    private static readonly string[] SiteWords =
    [
        "工場", "事業所", "製作所", "支店", "支社", "拠点", "営業所", "子会社", "事業部", "研究所", "センター", "プラント", "支部", "サイト",
        "site", "plant", "factory", "works", "branch", "mill", "lab", "office",
    ];

    private static readonly string[] SiteInEnglish = ["site in ", "plant in ", "factory in ", "works in ", "branch in ", "mill in ", "lab in "];

    /// <summary>What joins a kind of place with its name: 工場は門司, 本社が高松.</summary>
    private static readonly string[] Joints = ["は", "が", "も"];

    private static readonly string[] HeadOfficeWords = ["本社", "hq", "head office", "headquarters", "headquarter"];

    private static readonly string[] PersonWords =
        ["さん", "様", "氏", "君", "くん", "ちゃん", "部長", "課長", "係長", "社長", "専務", "常務", "先輩", "先生", "教授", "主任", "san", "sama"];

    private static readonly string[] PersonTitles = ["mr ", "ms ", "mrs ", "dr ", "prof "];

    private static readonly string[] PlaceSuffixes = ["市", "県", "府", "都", "区", "町", "郡", "city", "shi", "prefecture", "ken"];

    /// <summary>A place named twice is what the text is about, whatever stands beside it.</summary>
    private const int ComesBack = 5;

    /// <summary>How many characters before a name an English "head office (is) in" may begin.</summary>
    private const int HeadOfficeReach = 22;

    private static readonly string[] CitySuffix = ["市"];

    private readonly Dictionary<char, Name[]> byFirst;

    /// <param name="places">Places, larger ones first: of two of one name the first wins unless the text names the other's prefecture.</param>
    /// <param name="regions">Names of regions and bureaus, each with a prefecture of its own; any place within counts before them.</param>
    /// <param name="everydayWords">Names that are also everyday words, in either language; they count only with 市 or "city" behind them.</param>
    public Gazetteer(IReadOnlyCollection<Place> places, IReadOnlyCollection<Place> regions, IEnumerable<string> everydayWords)
    {
        var guarded = everydayWords.Select(w => Folding.Fold(w)).ToHashSet(StringComparer.Ordinal);
        byFirst = places.Select(place => (place, place.Name.Ja == place.Prefecture ? Extent.Prefecture : Extent.City))
            .Concat(regions.Select(region => (region, Extent.Region)))
            .SelectMany(p => new[] { p.Item1.Name.Ja, p.Item1.Name.En }.Select(name => (Key: Folding.Fold(name), Place: p.Item1, Extent: p.Item2)))
            .Where(n => n.Key.Length > 0)
            .Select((n, order) => new Name(n.Key, n.Place, order, n.Key.Length == 1 || guarded.Contains(n.Key), n.Extent))
            .GroupBy(n => n.Key[0])
            .ToDictionary(g => g.Key, g => g.OrderByDescending(n => n.Key.Length).ThenBy(n => n.Order).ToArray());
    }

    /// <summary>
    /// The place a text is about: rather one it comes back to, rather a site than a head office, rather a city than a prefecture,
    /// rather the first.
    /// </summary>
    public Place? Find(string folded)
    {
        var mentions = Mentions(folded);
        if (mentions.Count == 0)
            return null;
        var prefectures = mentions.Where(m => m.Name.Extent == Extent.Prefecture).Select(m => m.Name.Place.Prefecture).ToHashSet();
        var best = mentions
            .OrderByDescending(m => Weight(folded, m) + (mentions.Count(other => other.Name == m.Name) > 1 ? ComesBack : 0))
            .ThenByDescending(m => prefectures.Contains(m.Name.Place.Prefecture))
            .ThenBy(m => m.At)
            .ThenBy(m => m.Name.Order)
            .First();
        return best.Name.Place with { IsSite = IsSite(folded, best) };
    }

    private List<Mention> Mentions(string folded)
    {
        var mentions = new List<Mention>();
        for (var at = 0; at < folded.Length;)
        {
            var length = 1;
            if (byFirst.TryGetValue(folded[at], out var names))
            {
                foreach (var name in names)
                {
                    if (length > 1 && name.Key.Length < length)
                        break;
                    if (!IsNamed(folded, at, name))
                        continue;
                    mentions.Add(new Mention(name, at));
                    length = Math.Max(length, name.Key.Length);
                }
            }

            at += length;
        }

        return mentions;
    }

    private static bool IsNamed(string folded, int at, Name name)
    {
        var end = at + name.Key.Length;
        if (string.CompareOrdinal(folded, at, name.Key, 0, name.Key.Length) != 0)
            return false;
        var after = folded.AsSpan(end).TrimStart(' ');
        var latin = !Folding.IsJapanese(name.Key[0]);
        if (latin && ((at > 0 && IsLatin(folded[at - 1])) || (end < folded.Length && IsLatin(folded[end]))))
            return false;
        if (StartsWithAny(after, PersonWords) || (latin && EndsWithAny(folded.AsSpan(0, at), PersonTitles)))
            return false;
        if (!name.Guarded)
            return true;
        var apart = latin || at == 0 || !IsKanji(folded[at - 1]) || folded[at - 1] is '県' or '府' or '都' or '道';
        return apart && (StartsWithAny(after, name.Key.Length == 1 ? CitySuffix : PlaceSuffixes) || (!latin && StartsWithAny(After(folded, end), SiteWords)));
    }

    private static int Weight(string folded, Mention mention) =>
        (IsSite(folded, mention) ? 4 : 0)
        + (IsHeadOffice(folded, mention) ? -4 : 0)
        + (mention.Name.Extent switch { Extent.City => 1, Extent.Prefecture => 0, _ => -1 });

    private static bool IsSite(string folded, Mention mention) =>
        StartsWithAny(After(folded, mention.End), SiteWords)
        || EndsWithAny(folded.AsSpan(0, mention.At), SiteInEnglish)
        || IsJoined(folded.AsSpan(0, mention.At), SiteWords);

    /// <summary>Whether the text before a name ends with one of the words and a joint.</summary>
    private static bool IsJoined(ReadOnlySpan<char> before, string[] words)
    {
        foreach (var joint in Joints)
        {
            if (before.TrimEnd(' ').EndsWith(joint, StringComparison.Ordinal) && EndsWithAny(before.TrimEnd(' ')[..^joint.Length], words))
                return true;
        }

        return false;
    }

    private static bool IsHeadOffice(string folded, Mention mention)
    {
        if (StartsWithAny(After(folded, mention.End), HeadOfficeWords) || IsJoined(folded.AsSpan(0, mention.At), HeadOfficeWords))
            return true;
        var before = folded.AsSpan(Math.Max(0, mention.At - HeadOfficeReach), Math.Min(HeadOfficeReach, mention.At));
        foreach (var word in HeadOfficeWords)
        {
            if (!Folding.IsJapanese(word[0]) && before.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>What follows the name, without 県, 市, の and blanks.</summary>
    private static ReadOnlySpan<char> After(string folded, int end)
    {
        var after = folded.AsSpan(end).TrimStart(' ');
        foreach (var filler in (ReadOnlySpan<string>)["県", "府", "都", "市", "にある", "にも", "に", "の", "が", "第一", "第二", "第1", "第2", "city ", "prefecture "])
        {
            if (after.StartsWith(filler, StringComparison.Ordinal))
                after = after[filler.Length..].TrimStart(' ');
        }

        return after;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && (Folding.IsJapanese(word[0]) || text.Length == word.Length || !IsLatin(text[word.Length]) || text[word.Length] == 's'))
                return true;
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !Folding.IsJapanese(c);

    private static bool IsKanji(char c) => c is >= '\u3400' and <= '\u9FFF';

    private enum Extent
    {
        City,
        Prefecture,
        Region,
    }

    private sealed record Name(string Key, Place Place, int Order, bool Guarded, Extent Extent);

    private readonly record struct Mention(Name Name, int At)
    {
        public int End => At + Name.Key.Length;
    }
}
