namespace TechLeakageBot.Channels.BotFramework;

/// <summary>What came of looking at a request's token.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <summary>Local mode: no token was asked for, and nobody is known to be who they say.</summary>
    public sealed record NobodyIsAuthenticated : TokenVerdict;

    /// <summary>Signed by Azure Bot Service for this bot and still valid.</summary>
    /// <param name="ServiceUrl">The connector it was issued for.</param>
    /// <param name="Endorsements">The channels that its key may speak for.</param>
    public sealed record Sound(string ServiceUrl, IReadOnlyList<string> Endorsements) : TokenVerdict
    {
        /// <summary>Why the token does not cover an activity; null where it does.</summary>
        public string? DefectFor(Activity activity)
        {
            if (!string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.Ordinal))
                return "its serviceurl is not the activity's";
            return activity.ChannelId is { } channel && Endorsements.Contains(channel, StringComparer.Ordinal)
                ? null
                : "its key is not endorsed for the activity's channel";
        }
    }

    /// <param name="Reason">For the log; holds nothing of the token.</param>
    public sealed record Defective(string Reason) : TokenVerdict;

    /// <summary>The keys to verify it with cannot be had at the moment.</summary>
    public sealed record Unverifiable : TokenVerdict;
}
