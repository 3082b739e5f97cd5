namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Microsoft Teams and any other Azure Bot Service channel: <c>POST /api/messages</c>.</summary>
internal static class BotFrameworkFeature
{
    public static void AddBotFramework(this WebApplicationBuilder builder)
    {
    }

    public static void MapBotFramework(this WebApplication app)
    {
    }
}
