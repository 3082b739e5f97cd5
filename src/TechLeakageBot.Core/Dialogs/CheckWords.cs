using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What somebody wants of the self-check, besides answering.</summary>
internal enum CheckWish
{
    Back,
    Skip,
    Stop,
    Results,
}

/// <summary>What a text says about the self-check.</summary>
/// <param name="Item">The number of the item that it names, of whatever size; null where it names none.</param>
/// <param name="Note">What follows the answer, or a mark such as メモ:; null for none.</param>
/// <param name="Link">An address as it was written, whether it can be taken or not; null for none.</param>
/// <param name="Loose">Whether the note is only what follows the answer, without a mark.</param>
internal sealed record CheckSaid(CheckWish? Wish, int? Item, CheckAnswer? Answer, string? Note, string? Link, bool Loose)
{
    public bool IsNothing => Wish is null && Item is null && Answer is null && Note is null && Link is null;
}

/// <summary>Answers to the self-check in free words.</summary>
internal static partial class CheckWords
{
    private const int LongestName = 40;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("、。，,.;；:：\n（(\u3000 ");

    private static readonly (CheckAnswer Answer, string[] Words)[] Answers =
    [
        (CheckAnswer.Yes,
        [
            "できている", "できています", "出来ている", "出来ています", "できてる", "できてます", "している", "しています", "してる", "やっている", "やっています", "やってる", "ある", "あります", "はい", "ええ",
            "うん", "実施済み", "実施済", "実施している", "実施しています", "対応済み", "対応済", "済み", "済", "完了", "完了しました", "yes", "yep", "yeah", "done", "ok", "we do", "in place", "completed",
        ]),
        (CheckAnswer.Partly,
        [
            "一部", "一部だけ", "一部です", "一部できている", "一部できています", "一部実施", "一部実施しています", "部分的", "部分的に", "部分的にはい", "途中", "途中です", "ある程度", "進めている", "進めています", "進行中",
            "partly", "partially", "partial", "in part", "some", "somewhat", "in progress", "partly done", "to some extent",
        ]),
        (CheckAnswer.No,
        [
            "まだ", "まだです", "まだできていない", "まだできていません", "できていない", "できていません", "できてない", "していない", "していません", "してない", "やっていない", "やっていません", "やってない", "ない",
            "ないです", "ありません", "いいえ", "いえ", "未実施", "未対応", "未着手", "no", "nope", "not yet", "not done", "not at all", "we don't", "no we don't",
        ]),
        (CheckAnswer.NotApplicable,
        [
            "該当なし", "該当しない", "該当しません", "非該当", "対象外", "対象外です", "関係ない", "関係ないです", "関係ありません", "当てはまらない", "当てはまりません", "n a", "na", "not applicable",
            "doesn't apply", "does not apply", "not relevant", "irrelevant",
        ]),
        (CheckAnswer.Unknown,
        [
            "わからない", "わからないです", "わかりません", "わからん", "分からない", "分からないです", "分かりません", "不明", "不明です", "知らない", "知りません", "don't know", "i don't know", "dont know", "do not know",
            "i do not know", "unknown", "not sure", "i'm not sure", "unsure", "no idea", "dunno", "can't say",
        ]),
    ];

    private static readonly (CheckWish Wish, string[] Words)[] Wishes =
    [
        (CheckWish.Back, ["前へ", "前", "前に戻る", "前の項目", "前の項目へ", "前の項目に戻る", "一つ前", "一つ前へ", "一つ前に戻る", "一つ前の項目に戻る", "戻る", "戻って", "back", "go back", "previous", "previous item"]),
        (CheckWish.Skip, ["飛ばす", "飛ばして", "飛ばします", "とばす", "スキップ", "スキップする", "次", "次へ", "次の項目", "次の項目へ", "後で", "あとで", "skip", "skip it", "next", "next item", "later"]),
        (CheckWish.Stop, ["やめる", "やめます", "中断", "中断する", "中断します", "終わり", "終わる", "終了", "また今度", "続きは後で", "stop", "quit", "pause", "exit", "finish", "stop here"]),
        (CheckWish.Results, ["結果", "結果を見る", "結果を見せて", "結果は", "自己点検の結果", "グラフ", "集計", "進捗", "達成率", "results", "result", "show results", "show me the results", "score", "chart", "progress"]),
    ];

    private static readonly string[] Names =
        ["自己点検", "自己点検を始める", "自己点検を続ける", "自己点検の続き", "セルフチェック", "チェックリスト", "self check", "self checks", "selfcheck", "the self check", "checklist", "start the self check", "continue the self check"];

    /// <summary>In a text that is surely about the self-check.</summary>
    private static readonly string[] ResultMarks =
        ["結果", "グラフ", "進捗", "達成率", "集計", "比較", "比べ", "どこまで", "どれくらい", "点数", "弱い", "result", "chart", "progress", "score", "compare", "how far", "percent", "weak"];

    private static readonly Dictionary<string, CheckAnswer> Exact =
        Answers.SelectMany(answer => answer.Words, (answer, word) => (word, answer.Answer)).ToDictionary(pair => pair.word, pair => pair.Answer, StringComparer.Ordinal);

    /// <summary>Whether the text names the self-check and says nothing more.</summary>
    public static bool IsName(string text) => text.Length <= LongestName && Names.Contains(Folding.Fold(text));

    public static bool AsksForResults(string text)
    {
        var folded = Folding.Fold(Part(text));
        return ResultMarks.Any(mark => folded.Contains(mark, StringComparison.Ordinal));
    }

    /// <summary>Whether a text tells nothing of the language of its writer: it holds an address, which is in none, or has signs and digits only, or is n/a.</summary>
    public static bool TellsNoLanguage(string text) =>
        Address().IsMatch(Part(text)) || (Folding.Fold(Part(text)) is var folded && (folded is "n a" or "na" || !folded.Any(char.IsLetter)));

    public static CheckSaid Read(string text)
    {
        var rest = Part(text);
        string? link = null;
        if (Address().Match(rest) is { Success: true } address)
        {
            link = address.Value.TrimEnd('.', ',', ')', ']', '>', ';', '"', '\'');
            rest = LinkMark().Replace(rest.Remove(address.Index, address.Length), " ");
        }
        else if (LinkMark().Match(rest) is { Success: true } mark)
        {
            (link, rest) = (rest[(mark.Index + mark.Length)..].Trim(), rest[..mark.Index]);
        }

        string? note = null;
        if (NoteMark().Match(rest) is { Success: true } marked)
            (note, rest) = (rest[(marked.Index + marked.Length)..].Trim(), rest[..marked.Index]);
        var folded = Folding.Fold(rest);
        if (ItemNumber().Match(folded) is { Success: true } number)
        {
            var item = int.TryParse(number.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : int.MaxValue;
            return new CheckSaid(null, item, AnswerIn(folded[(number.Index + number.Length)..].Trim()), note, link, Loose: false);
        }

        if (Wishes.FirstOrDefault(wish => wish.Words.Contains(folded)) is { Words: not null } wished && note is null && link is null)
            return new CheckSaid(wished.Wish, null, null, null, null, Loose: false);
        if (Exact.TryGetValue(folded, out var answer))
            return new CheckSaid(null, null, answer, note, link, Loose: false);
        return note is null && WithTail(rest) is var (begun, tail)
            ? new CheckSaid(null, null, begun, tail, link, Loose: true)
            : folded.Length == 0 || note is not null
                ? new CheckSaid(null, null, null, note, link, Loose: false)
                : new CheckSaid(null, null, null, null, null, Loose: false);
    }

    /// <summary>The answer that follows an item's number: 項目5は「一部」でお願いします.</summary>
    private static CheckAnswer? AnswerIn(string folded)
    {
        var bare = Particle().Replace(folded, "");
        if (Exact.TryGetValue(folded, out var exact) || Exact.TryGetValue(bare, out exact))
            return exact;
        foreach (var words in (string[])[bare, folded])
        {
            var begun = Exact.Where(word => word.Key.Length > 1 && Begins(words, word.Key)).OrderByDescending(word => word.Key.Length).FirstOrDefault();
            if (begun.Key is not null)
                return SaysAnother(words[begun.Key.Length..], begun.Value) ? null : begun.Value;
        }

        return null;
    }

    /// <summary>An answer and what is said after it: 一部、本社だけです. Null where there is none, or where the rest says another answer.</summary>
    private static (CheckAnswer Answer, string Tail)? WithTail(string rest)
    {
        for (var at = rest.AsSpan().IndexOfAny(Breaks); at >= 0; at = NextBreak(rest, at))
        {
            var head = Folding.Fold(rest.AsSpan(0, at));
            if (!Exact.TryGetValue(head, out var answer) || (rest[at] == ' ' && !Folding.IsJapanese(head[0])))
                continue;
            var tail = rest[(at + 1)..].Trim().TrimEnd('）', ')').Trim();
            return Folding.Fold(tail) is { Length: > 0 } folded && !Exact.ContainsKey(folded) ? (answer, tail) : null;
        }

        return null;
    }

    private static int NextBreak(string text, int at) => text.AsSpan(at + 1).IndexOfAny(Breaks) is >= 0 and var next ? at + 1 + next : -1;

    private static bool Begins(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || Folding.IsJapanese(word[^1]) || text[word.Length] == ' ');

    private static bool SaysAnother(string tail, CheckAnswer answer) =>
        Exact.Any(word => word.Key.Length > 1 && word.Value != answer && tail.Contains(word.Key, StringComparison.Ordinal));

    private static string Part(string text) => (text.Length <= Reader.LongestText ? text : text[..Reader.LongestText]).Trim();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.\-]*://[!-~]*")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:リンク|証拠|url|link|evidence)\s*[:：]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex LinkMark();

    [GeneratedRegex(@"(?:メモ|備考|memo|note)\s*[:：]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"^(?:(?:項目|item|no|number|question|q)\s?(?<number>[0-9]+)(?:番目|番|問目|問)?|第?(?<number>[0-9]+)\s?(?:番目の項目|番目|番|項目目|問目|問))(?![0-9])")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^(?:の項目は|の項目を|の答えを|は|を|も|に|へ|が|の|to|is|as|answer)\s?")]
    private static partial Regex Particle();
}
