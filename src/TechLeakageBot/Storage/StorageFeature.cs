namespace TechLeakageBot.Storage;

/// <summary>Where the bot keeps what must survive: <c>Storage:Provider</c> and <c>Storage:ConnectionString</c>.</summary>
internal static class StorageFeature
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
    }
}
