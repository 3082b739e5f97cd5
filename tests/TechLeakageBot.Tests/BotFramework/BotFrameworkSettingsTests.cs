using Microsoft.Extensions.Configuration;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Tests.BotFramework;

public class BotFrameworkSettingsTests
{
    [Theory]
    [InlineData("AppId")]
    [InlineData("TenantId")]
    [InlineData("ClientSecret")]
    public void Half_an_app_registration_stops_the_start_and_names_what_is_missing(string missing)
    {
        var fault = Assert.Throws<SettingsException>(() => Read(
            new() { ["AppId"] = "app", ["TenantId"] = "tenant", ["ClientSecret"] = "secret", [missing] = " " }));
        Assert.StartsWith($"BotFramework:{missing} is missing", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenIdMetadata", "http://login.example/openid")]
    [InlineData("TenantId", "a/b")]
    public void A_wrong_value_stops_the_start(string name, string value) => Assert.Throws<SettingsException>(() => Read(
        new() { ["AppId"] = "app", ["TenantId"] = "tenant", ["ClientSecret"] = "secret", [name] = value }));

    [Fact]
    public void The_bots_own_tenant_is_served_where_none_is_named() =>
        Assert.Equal(["tenant"], Read(new() { ["AppId"] = "app", ["TenantId"] = "tenant", ["ClientSecret"] = "secret" }).AllowedTenants);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/jp/", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://bot.example.com:8443/x", true)]
    [InlineData("http://smba.trafficmanager.net/jp/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Answers_go_to_allowed_hosts_only(string? serviceUrl, bool allowed) => Assert.Equal(allowed, new ServiceHosts(Read(
        new() { ["AppId"] = "app", ["TenantId"] = "tenant", ["ClientSecret"] = "secret", ["AllowedHosts:0"] = "*.example.com" })).Allow(serviceUrl));

    private static BotFrameworkSettings Read(Dictionary<string, string?> values) => BotFrameworkSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"BotFramework:{value.Key}", value.Value))).Build());
}
