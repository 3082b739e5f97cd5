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

    private static readonly string[] ResumeWords = ["続き", "続きから", "つづき", "再開", "続ける", "continue", "resume", "go on"];

    private static readonly string[] BackWords = ["戻る", "もどる", "戻して", "一つ戻る", "ひとつ戻る", "back", "go back", "undo"];

    private static readonly string[] RealWords = ["本当の相談", "本番の相談", "相談", "a real matter", "real matter", "real"];

    private static readonly SearchValues<char> AfterRealWord = SearchValues.Create(":：、,，\n\r\u3000 ");

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

    /// <summary>The language that a text names; null where it names none or both.</summary>
    public static Language? LanguageNamed(string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)));
        var (english, japanese) = (Says("english", "英語"), Says("japanese", "日本語"));
        return english == japanese ? null : english ? Language.English : Language.Japanese;

        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (folded.Contains(word, StringComparison.Ordinal))
                    return true;
            }

            return false;
        }
    }

    public static bool IsHelp(string text) => IsOneOf(text, HelpWords);

    /// <summary>Whether the text is a word to go on with what is under way.</summary>
    public static bool IsResume(string text) => IsOneOf(text, ResumeWords);

    /// <summary>Whether the text is a word to take the last answer back.</summary>
    public static bool IsBack(string text) => IsOneOf(text, BackWords);

    /// <summary>
    /// What follows on the word that a matter is a real one and no practice; null where the text does not begin with it. 相談してから
    /// does not: a sign has to stand behind the word, in English a colon.
    /// </summary>
    public static string? AfterReal(string text)
    {
        var trimmed = text.AsSpan().Trim();
        foreach (var word in RealWords)
        {
            if (!trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = trimmed[word.Length..].TrimStart(' ');
            if (rest.IsEmpty)
                return "";
            if (rest[0] is ':' or '：' || (Folding.IsJapanese(word[0]) && AfterRealWord.Contains(trimmed[word.Length])))
                return rest.TrimStart(":：、,，\n\r\u3000 ").ToString();
        }

        return null;
    }

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
