using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace TechLeakageBot.Tests.Desk;

public class SessionTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        await using var host = await DeskHost.StartAsync();
        using var answer = await host.SignInAsync();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("desk_session=", StringComparison.Ordinal));
        Assert.Contains("; path=/officer; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_hour_without_a_request_ends_it()
    {
        await using var host = await DeskHost.StartAsync(time);
        await host.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(host));
    }

    [Fact]
    public async Task Eight_hours_end_it_however_busy_it_was()
    {
        await using var host = await DeskHost.StartAsync(time);
        await host.SignInAsync();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(8) - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
            time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(host));
    }

    [Fact]
    public async Task An_officer_taken_off_the_list_loses_access_at_once()
    {
        await using var host = await DeskHost.StartAsync();
        await host.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
        host.Appoint(DeskHost.Officers[1]);
        var (answer, page) = await DeskHost.GetAsync(host.Client, "/officer");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.All(DeskHost.Officers, officer => Assert.DoesNotContain(officer.Name.Ja, page, StringComparison.Ordinal));
        Assert.DoesNotContain("<nav", page, StringComparison.Ordinal);
        host.Appoint(DeskHost.Officers);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await using var host = await DeskHost.StartAsync();
        await host.SignInAsync();
        var (_, page) = await DeskHost.GetAsync(host.Client, "/officer");
        using var signedOut = await DeskHost.PostAsync(host.Client, "/officer/sign-out", page);
        Assert.Equal("/officer/signed-out", signedOut.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(host));
    }

    [Fact]
    public async Task A_restart_signs_nobody_out_and_the_keys_are_the_owners_alone()
    {
        using var data = new TempFolder();
        string cookies;
        await using (var before = await DeskHost.StartAsync(data: data))
        {
            using var answer = await before.SignInAsync();
            cookies = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        }

        await using var after = await DeskHost.StartAsync(data: data);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/officer");
        request.Headers.Add("Cookie", cookies);
        using var page = await after.NewClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            var key = Assert.Single(Directory.GetFiles(data.File("keys")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data.File("keys")));
        }
    }

    [Fact]
    public async Task Nobody_who_opens_no_page_makes_keys()
    {
        using var data = new TempFolder();
        await using var host = await DeskHost.StartAsync(data: data);
        await DeskHost.GetAsync(host.Client, "/health/live");
        Assert.False(Directory.Exists(data.File("keys")));
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskHost host) => (await DeskHost.GetAsync(host.Client, "/officer")).Answer.StatusCode;
}
