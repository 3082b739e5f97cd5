namespace TechLeakageBot.Knowledge;

/// <summary>The knowledge folder: <c>Knowledge:Path</c>, by default the one shipped beside the program.</summary>
internal static class KnowledgeFeature
{
    public static void AddKnowledge(this WebApplicationBuilder builder)
    {
    }
}
