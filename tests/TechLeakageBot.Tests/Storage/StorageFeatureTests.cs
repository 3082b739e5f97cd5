using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;
using TechLeakageBot.Storage;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

public sealed class StorageFeatureTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_store_is_one_and_open_when_the_host_has_started()
    {
        await using var app = App("--Storage:Provider=sqlite");
        await app.StartAsync(Cancel);

        var store = app.Services.GetRequiredService<IStore>();
        Assert.Same(store, app.Services.GetRequiredService<IOutbox>());
        Assert.Same(store, app.Services.GetRequiredService<ITranscripts>());
        Assert.False((await store.LoadAsync(Turn.Key(), "m", Cancel)).Seen);
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task The_host_does_not_start_on_a_database_that_is_unusable()
    {
        await File.WriteAllTextAsync(folder.File("bot.db"), "not a database", Cancel);
        await using var app = App();
        await Assert.ThrowsAsync<StorageUnusableException>(() => app.StartAsync(Cancel));
    }

    [Fact]
    public void A_provider_that_is_not_supported_is_refused_by_name()
    {
        var refusal = Assert.Throws<SettingsException>(() => App("--Storage:Provider=Oracle"));
        Assert.Equal("Storage:Provider: 'Oracle' is not supported. Set it to Sqlite.", refusal.Message);
    }

    private WebApplication App(params string[] args)
    {
        var builder = Settings.Builder([.. args, "--Urls=http://127.0.0.1:0", $"--Storage:ConnectionString=Data Source={folder.File("bot.db")}"]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        return builder.Build();
    }
}
