namespace TechLeakageBot.Channels.BotFramework;

/// <summary>The token that the bot shows to the connector.</summary>
internal interface IConnectorToken
{
    /// <summary>Null in local mode, where connectors ask for none.</summary>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">There is none to be had at the moment.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancel);

    /// <summary>Forgets the token, because the connector has refused it.</summary>
    void Drop();
}
