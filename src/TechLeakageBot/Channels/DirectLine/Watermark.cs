using System.Globalization;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>How far a client has read: the sequence of the last activity it has, as text; nothing yet is empty.</summary>
internal static class Watermark
{
    public static IResult Refused => Refusal.BadRequest("watermark is not one that the bot has given; leave it out to read from the beginning.");

    /// <summary>Null for what is no watermark.</summary>
    public static long? Parse(string? watermark)
    {
        if (string.IsNullOrEmpty(watermark))
            return 0;
        return long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
    }
}
