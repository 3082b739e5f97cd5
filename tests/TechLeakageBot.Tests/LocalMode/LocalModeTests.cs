using Microsoft.Extensions.Configuration;
using TechLeakageBot.Hosting;
using TechLeakageBot.Tests.DirectLine;

namespace TechLeakageBot.Tests.LocalMode;

public class LocalModeTests
{
    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://localhost.evil.example", 403)]
    [InlineData("Origin", "http://localhost:1234", 200)]
    [InlineData("Host", "evil.example", 403)]
    [InlineData("X-Forwarded-For", "203.0.113.5", 403)]
    [InlineData("X-Forwarded-Host", "bot.example", 403)]
    [InlineData("Forwarded", "for=203.0.113.5", 403)]
    public async Task Pages_and_proxies_of_elsewhere_are_refused(string header, string value, int expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/messages");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_page_of_elsewhere_cannot_speak_as_a_person_without_a_preflight()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(
            """{"type":"message","id":"1","channelId":"c","serviceUrl":"http://127.0.0.1:9","from":{"id":"u"},"conversation":{"id":"v"},"text":"x"}""");
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Empty(host.Store.Turns);
    }

    [Theory]
    [InlineData("Urls", "http://127.0.0.1:1;http://*:3978")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:3978")]
    public void An_address_open_to_others_stops_the_start_and_is_named(string setting, string url)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(setting, url)]).Build();
        Assert.StartsWith(setting, Assert.Throws<SettingsException>(() => LocalModeGuard.CheckUrls(settings)).Message, StringComparison.Ordinal);
    }
}
