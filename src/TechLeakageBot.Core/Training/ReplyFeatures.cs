using System.Buffers;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Training;

/// <summary>
/// The features of a trainee's answer: the reader's runs of characters and words, how each sentence begins and ends (there the
/// Japanese put the no and the question), and what is mentioned, in pairs too: not and send, check and inside. Chosen by
/// cross-validation.
/// </summary>
internal static class ReplyFeatures
{
    private const int LongestEnd = 5;
    private const int LongestStart = 3;

    private const int EndSeed = 11;
    private const int StartSeed = 12;
    private const int AskingStartSeed = 15;
    private const int MentionSeed = 13;
    private const int ClauseSeed = 14;

    /// <summary>What follows on them is what the person comes to: 言えませんが、だいたい1300度です.</summary>
    private static readonly string[] Turns = [" but ", " though ", " so ", "けど", "けれど", "ですが", "ますが", "せんが", "ので", "から "];

    /// <summary>Mentioned besides what <see cref="Mentions"/> lists.</summary>
    private const int Question = 100;
    private const int Figures = 101;

    private static readonly HashSet<Signal> NoSignals = [];

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。．.!！?？\n\r…");

    private static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?？");

    /// <summary>No, inside, check, later, desk, report, give, agree, which, bot, thanks, please, you, we, trainer, small talk, meet, secret, amounts. A Latin part is a whole word, or with * its beginning.</summary>
    private static readonly string[][] Mentions =
    [
        ["ません", "ない", "無理", "だめ", "ダメ", "駄目", "かねます", "お断り", "結構です", "遠慮", "辞退", "控え", "禁止", "ご容赦", "not", "cannot", "can't", "don't", "won't", "isn't", "aren't", "no", "never", "declin*", "refus*", "nothing", "unable", "forbidden"],
        ["社内", "上司", "課長", "部長", "法務", "知財", "輸出管理", "情シス", "先輩", "同僚", "会社に", "責任者", "担当に", "boss", "manager", "legal", "internally", "supervisor", "superior", "colleague*", "officer", "team", "company"],
        ["確認", "検討", "考え", "相談", "持ち帰", "調べ", "聞いて", "check*", "think", "consider*", "discuss", "confirm", "look"],
        ["改めて", "あらため", "後日", "折り返", "お待ち", "待って", "てから", "次第", "お返事", "返事", "時間を", "later", "before", "until", "first", "once", "back", "wait", "time"],
        ["窓口", "問い合わせ", "ホームページ", "hp", "営業", "広報", "人事", "代表", "契約", "通して", "経由", "お申し込み", "申請", "sales", "contact", "website", "form", "through", "official", "desk", "department", "hr", "reception"],
        ["報告", "通報", "知らせ", "伝え", "届け", "エスカレ", "上げ", "report*", "inform*", "tell", "told", "telling", "notif*", "know", "escalat*", "flag*"],
        ["送り", "送る", "送っ", "教え", "渡し", "見せ", "どうぞ", "添付", "共有", "出しま", "貸し", "here", "send*", "sent", "attach*", "share*", "show*", "give", "bring"],
        ["いいです", "いいよ", "大丈夫", "構いません", "喜んで", "ぜひ", "承知", "わかりました", "了解", "ok", "okay", "sure", "happy", "yes", "fine", "glad", "love", "problem"],
        ["誰", "だれ", "どこ", "どちら", "何", "なに", "なぜ", "なんで", "どうして", "どの", "どう", "いつ", "どなた", "who", "who's", "what", "what's", "why", "which", "where", "how", "when", "whose"],
        ["ボット", "練習", "訓練", "点数", "ボタン", "問題", "クイズ", "使い方", "bot", "button", "score", "drill", "practice", "quiz", "exercise", "scenario"],
        ["ありがと", "すみません", "申し訳", "恐れ入り", "thank*", "thanks", "sorry", "afraid"],
        ["お願いします", "ください", "please", "could", "would"],
        ["御社", "貴社", "そちら", "あなた", "you", "your", "you're"],
        ["私", "うち", "弊社", "当社", "we", "our", "we're", "i'll", "i'm", "my"],
        ["どうしたら", "どうすれ", "べき", "ほうがいい", "方がいい", "正解", "答え方", "意味", "とは", "漏えい", "漏洩", "トレーナー", "わかりません", "分かりません", "わからない", "hint", "answer", "should", "mean", "means", "leak", "understand", "trainer", "idea"],
        ["天気", "雨", "暑", "寒", "週末", "元気", "子ども", "昼", "ゴルフ", "おいし", "眠", "疲れ", "weather", "rain*", "lunch", "weekend", "golf", "kids", "hungry", "tired", "holiday*", "hot", "cold", "hello", "morning"],
        ["受けます", "お受けし", "行きます", "参加", "やります", "やりましょう", "いただきます", "交換", "登録", "入れました", "案内します", "アプリ", "deal", "agree", "accept*", "join", "app", "whatsapp", "line", "wechat", "telegram", "installed", "meet", "come"],
        ["秘密", "内緒", "ここだけ", "黙って", "特別", "例外", "公開していない", "secret", "quietly", "between", "exception", "anyway", "confidential"],
        ["個", "枚", "度", "割", "パーセント", "円", "台", "社", "percent", "two", "three", "five", "ten", "eighty", "hundred", "half", "degrees", "million"],
    ];

    /// <summary>The distinct features and how often each occurs, ordered by hash; none where the text holds no letter.</summary>
    public static List<(ulong Feature, int Count)> Of(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, Reader.LongestText));
        var folded = Folding.Fold(read);
        if (!folded.Any(char.IsLetter))
            return [];
        var counts = new SortedDictionary<ulong, int>();
        foreach (var (feature, count) in TextFeatures.Of(folded, NoSignals))
            counts[feature] = count;
        AddSentences(counts, read);
        AddMentions(counts, folded, read, MentionSeed);
        if (LastClause(folded) is { } clause)
            AddMentions(counts, clause, read, ClauseSeed);
        return [.. counts.Select(counted => (counted.Key, counted.Value))];
    }

    private static void AddSentences(SortedDictionary<ulong, int> counts, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(SentenceEnds);
            var folded = Folding.Fold(end < 0 ? text : text[..end]);
            var asks = end >= 0 && QuestionMarks.Contains(text[end]);
            text = end < 0 ? [] : text[(end + 1)..];
            if (folded.Length == 0)
                continue;
            if (Folding.IsJapanese(folded[^1]))
            {
                for (var length = 1; length <= Math.Min(LongestEnd, folded.Length); length++)
                    Add(counts, TextFeatures.Hash(folded.AsSpan(folded.Length - length), EndSeed));
            }

            var words = folded.Split(' ', LongestStart + 1);
            for (var length = 1; length <= Math.Min(LongestStart, words.Length) && !Folding.IsJapanese(folded[0]); length++)
                Add(counts, TextFeatures.Hash(string.Join(' ', words.Take(length)), asks ? AskingStartSeed : StartSeed));
        }
    }

    private static void AddMentions(SortedDictionary<ulong, int> counts, string folded, ReadOnlySpan<char> text, int seed)
    {
        var padded = $" {folded} ";
        List<int> mentioned = [.. Enumerable.Range(0, Mentions.Length).Where(kind => Mentions[kind].Any(part => Mentioned(padded, part)))];
        if (text.ContainsAny(QuestionMarks) || folded.EndsWith('か') || folded.EndsWith("かね", StringComparison.Ordinal) || folded.EndsWith("かな", StringComparison.Ordinal))
            mentioned.Add(Question);
        if (text.ContainsAnyInRange('0', '9'))
            mentioned.Add(Figures);
        for (var i = 0; i < mentioned.Count; i++)
        {
            Add(counts, TextFeatures.Hash([(char)mentioned[i]], seed));
            for (var k = i + 1; k < mentioned.Count; k++)
                Add(counts, TextFeatures.Hash([(char)mentioned[i], (char)mentioned[k]], seed));
        }
    }

    /// <summary>Null where the text turns nowhere.</summary>
    private static string? LastClause(string folded)
    {
        var from = Turns.Max(turn => folded.LastIndexOf(turn, StringComparison.Ordinal) is >= 0 and var at ? at + turn.Length : -1);
        return from > 0 && from < folded.Length ? folded[from..] : null;
    }

    private static bool Mentioned(string padded, string part) =>
        padded.Contains(Folding.IsJapanese(part[0]) ? part : part[^1] == '*' ? $" {part[..^1]}" : $" {part} ", StringComparison.Ordinal);

    private static void Add(SortedDictionary<ulong, int> counts, ulong feature) => counts[feature] = counts.GetValueOrDefault(feature) + 1;
}
