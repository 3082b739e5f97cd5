using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Commands;

/// <summary>Works on the knowledge folder.</summary>
internal static class KnowledgeCommand
{
    /// <summary>Names every fault of the knowledge; 1 where there is one.</summary>
    public static async Task<int> CheckAsync(string[] settings)
    {
        var loader = new KnowledgeLoader(Settings.Read(settings), NullLogger<KnowledgeLoader>.Instance);
        var content = loader.ReadAll();
        foreach (var fault in content.Faults)
            await Console.Error.WriteLineAsync(fault);
        if (content.Faults.Count > 0)
            return 1;
        await Console.Out.WriteLineAsync($"{loader.Path}: {content.Material!.Catalogue.Topics.Count} topics, {content.Examples.Count} examples, {content.Curriculum.Questions.Count} questions, {content.Curriculum.Drills.Count} drills, {content.Curriculum.Courses.Count} courses, {content.Replies.Count} replies, no fault");
        return 0;
    }
}
