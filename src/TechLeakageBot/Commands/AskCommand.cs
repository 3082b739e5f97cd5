using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Commands;

/// <summary>The reading of single messages, without dialog: as JSON lines for a batch, as plain text for one message.</summary>
internal static class AskCommand
{
    public static async Task<int> RunAsync(string[] settings, bool jsonl, string[] words, CancellationToken cancel)
    {
        var knowledge = KnowledgeFeature.First(new KnowledgeLoader(Settings.Read(settings), NullLogger<KnowledgeLoader>.Instance)).Current;
        if (!jsonl && words.Length == 0)
            throw new SettingsException("ask: nothing to read. Give a message, or --jsonl with lines of {\"id\",\"text\"} on standard input.");
        if (jsonl)
        {
            await BatchAsync(knowledge, Console.OpenStandardInput(), Console.OpenStandardOutput(), cancel);
            return 0;
        }

        await Console.Out.WriteLineAsync(Answer(knowledge, string.Join(' ', words)).Answer);
        return 0;
    }

    /// <summary>One line in, one line out, in order; a bad line yields an error line and the run goes on.</summary>
    public static async Task BatchAsync(KnowledgeBase knowledge, Stream input, Stream output, CancellationToken cancel)
    {
        using var reader = new StreamReader(input);
        await using var writer = new StreamWriter(output);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await writer.WriteLineAsync(AnswerLine(knowledge, line).AsMemory(), cancel);
        }
    }

    private static string AnswerLine(KnowledgeBase knowledge, string line)
    {
        JsonElement asked;
        try
        {
            asked = JsonElement.Parse(line);
        }
        catch (JsonException e)
        {
            return Error(null, $"not a JSON object with \"id\" and \"text\": {e.Message}");
        }

        return Member(asked, "id") is not { } id ? Error(null, "\"id\" is missing or no text, expected a text")
            : Member(asked, "text") is not { } text ? Error(id, "\"text\" is missing or no text, expected a text")
            : JsonSerializer.Serialize(Answer(knowledge, text) with { Id = id }, AskJson.Readable.AnswerLine);
    }

    /// <summary>Null where there is no such member, or none that is a text of whole characters.</summary>
    private static string? Member(JsonElement asked, string name)
    {
        try
        {
            return asked.ValueKind == JsonValueKind.Object && asked.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Error(string? id, string error) => JsonSerializer.Serialize(new ErrorLine(id, error), AskJson.Readable.ErrorLine);

    /// <summary>The answer as in a conversation whose person is asked before anything is reported, since here nothing is.</summary>
    private static AnswerLine Answer(KnowledgeBase knowledge, string text)
    {
        var reading = knowledge.Reader.Read(text);
        var asking = knowledge with { Company = knowledge.Company with { Escalation = knowledge.Company.Escalation with { AskFirst = true } } };
        var transition = new Dialog(asking).Advance(Conversation.New, Profile.New, new Said.Text(text), reading, Scene.Alone);
        return new AnswerLine(
            "",
            reading.Language == Language.Japanese ? "ja" : "en",
            reading.Intent.Name(),
            reading.Severity.Name(),
            [.. reading.HasTopics ? reading.Topics.Select(topic => new AnswerTopic(topic.Id, Math.Round(topic.Score, 4))) : []],
            knowledge.Handbook.BureauOf(reading.Place?.Prefecture)?.Id,
            PlainTextRenderer.Render(transition.Effects.OfType<Effect.Reply>().First().Card));
    }
}

internal sealed record AnswerTopic(string Id, double Score);

internal sealed record AnswerLine(string Id, string Lang, string Intent, string Severity, IReadOnlyList<AnswerTopic> Topics, string? Bureau, string Answer);

internal sealed record ErrorLine([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id, string Error);

[JsonSerializable(typeof(AnswerLine))]
[JsonSerializable(typeof(ErrorLine))]
internal sealed partial class AskJson : JsonSerializerContext
{
    /// <summary>Japanese is written as it is read.</summary>
    public static AskJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
