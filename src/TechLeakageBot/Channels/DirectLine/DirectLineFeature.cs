namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Direct Line 3.0 at <c>/directline</c>, and the chat page at <c>/</c> that speaks it.</summary>
internal static class DirectLineFeature
{
    public static void AddDirectLine(this WebApplicationBuilder builder)
    {
    }

    public static void MapDirectLine(this WebApplication app)
    {
    }
}
