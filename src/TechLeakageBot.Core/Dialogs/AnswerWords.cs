using System.Buffers;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Short answers in free words.</summary>
internal static class AnswerWords
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>A longer text says more than yes or no.</summary>
    private const int Longest = 16;

    private static readonly SearchValues<char> LatinLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly string[] YesWords =
        ["はい", "ええ", "うん", "そうです", "そう", "あります", "ある", "お願いします", "お願い", "ok", "okay", "yes", "y", "yeah", "yep", "sure", "yes please", "please", "削除して", "消して"];

    private static readonly string[] NoWords =
        ["いいえ", "いえ", "ううん", "ない", "ないです", "ありません", "なし", "特になし", "違います", "ちがいます", "ちがう", "どれでもない", "no", "n", "nope", "none", "nothing", "no thanks", "not at all", "none of these"];

    private static readonly string[] UnsureWords =
        ["わからない", "わかりません", "分からない", "分かりません", "不明", "たぶん", "多分", "覚えていません", "覚えてない", "not sure", "unsure", "i don't know", "don't know", "dunno", "maybe", "no idea"];

    private static readonly string[] CancelWords =
        ["やめる", "やめます", "やめて", "やめた", "キャンセル", "キャンセルする", "キャンセルします", "取り消し", "取消", "もういい", "もういいです", "最初から", "cancel", "stop", "quit", "abort", "never mind", "nevermind", "start over"];

    private static readonly string[] HelpWords = ["help", "ヘルプ", "使い方"];

    private static readonly string[] GoesOnWords =
    [
        "さらに", "また", "今度は", "次は", "その後", "そのあと", "あと", "あの人", "その人", "この人", "同じ人", "同じ相手", "先方", "続けて", "追加で",
        "also", "now he", "now she", "now they", "then he", "then she", "then they", "next he", "again", "after that", "the same person", "same guy", "and now", "he also", "she also", "they also",
    ];

    /// <summary>Null where the text is neither.</summary>
    public static bool? YesOrNo(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > Longest * 2)
            return null;
        var folded = Folding.Fold(trimmed);
        return folded.Length > Longest ? null : Is(folded, YesWords) ? true : Is(folded, NoWords) ? false : null;
    }

    /// <summary>Whether the text begins by doubting, however long it goes on: what is unclear counts as out.</summary>
    public static bool IsUnsure(string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Longest * 2)));
        return UnsureWords.Any(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a yes or a no begins the text: はい、昨日送りました.</summary>
    public static bool BeginsWithYesOrNo(string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Longest * 2)));
        return YesWords.Concat(NoWords).Any(word => folded == word || folded.StartsWith($"{word} ", StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether the text is a word to leave off and nothing more. While the bot waits for words, only these are no such words: what
    /// an officer did may well read 取引をやめる.
    /// </summary>
    public static bool IsCancel(string text) => IsOneOf(text, CancelWords);

    public static bool IsHelp(string text) => IsOneOf(text, HelpWords);

    /// <summary>Whether the text begins like more of what was told before.</summary>
    public static bool GoesOn(string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Longest * 2)));
        return GoesOnWords.Any(word => folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || Folding.IsJapanese(word[0]) || folded[word.Length] == ' '));
    }

    /// <summary>Whether the text is one Latin word, such as "help", which tells nothing about the language of its writer.</summary>
    public static bool IsOneLatinWord(string text) => text.AsSpan().Trim() is { Length: > 0 and <= Longest } word && !word.ContainsAnyExcept(LatinLetters);

    private static bool IsOneOf(string text, string[] words) =>
        text.AsSpan().Trim() is { Length: <= Longest * 2 } trimmed && words.Contains(Folding.Fold(trimmed));

    /// <summary>One of the words, or several of them: いいえ、ありません.</summary>
    private static bool Is(string folded, string[] words) => words.Contains(folded) || (folded.Contains(' ') && folded.Split(' ').All(words.Contains));
}
