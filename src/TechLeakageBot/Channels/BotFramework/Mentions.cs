namespace TechLeakageBot.Channels.BotFramework;

/// <summary>In a team's channel a person must mention the bot to reach it; the mention is no part of what they say.</summary>
internal static class Mentions
{
    public static string? WithoutBot(Activity activity)
    {
        var text = activity.Text;
        if (string.IsNullOrEmpty(text) || activity.Recipient?.Id is not { } bot)
            return text;
        foreach (var entity in activity.Entities.Items())
        {
            if (entity.Field("type").Text() == "mention" && entity.Field("mentioned").Field("id").Text() == bot
                && entity.Field("text").Text() is { Length: > 0 } mention)
            {
                text = text.Replace(mention, "", StringComparison.Ordinal).Replace("&nbsp;", " ", StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }
}
