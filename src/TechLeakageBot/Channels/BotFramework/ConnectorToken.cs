using Azure.Core;
using Azure.Identity;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Tokens from Microsoft Entra ID, cached by its client until shortly before they expire.</summary>
internal sealed class ConnectorToken(Credentials credentials) : IConnectorToken
{
    private static readonly TokenRequestContext Request = new(["https://api.botframework.com/.default"]);

    private volatile ClientSecretCredential current = New(credentials);

    public async ValueTask<string?> GetAsync(CancellationToken cancel) => (await current.GetTokenAsync(Request, cancel)).Token;

    public void Drop() => current = New(credentials);

    private static ClientSecretCredential New(Credentials credentials) => new(credentials.TenantId, credentials.AppId, credentials.ClientSecret);
}

/// <summary>Local mode: nobody asks for a token, and none is shown.</summary>
internal sealed class NoConnectorToken : IConnectorToken
{
    public ValueTask<string?> GetAsync(CancellationToken cancel) => ValueTask.FromResult<string?>(null);

    public void Drop()
    {
    }
}
