using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace TechLeakageBot.Tests.Desk;

public class LocalSignInTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task The_link_of_the_console_signs_in_once()
    {
        await using var host = await DeskHost.StartAsync();
        var link = host.Link;
        Assert.Matches("""^\?code=[\w-]{43}$""", link.Query);

        using var answer = await host.SignInAsync();
        Assert.Equal((HttpStatusCode.Redirect, "/officer"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var (_, desk) = await DeskHost.GetAsync(host.Client, "/officer");
        Assert.Contains("山田 花子", desk, StringComparison.Ordinal);

        using var other = host.NewClient();
        var (again, page) = await DeskHost.GetAsync(other, link.AbsoluteUri);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.DoesNotContain("name=\"code\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_link_does_not_use_it_up()
    {
        await using var host = await DeskHost.StartAsync();
        for (var looks = 0; looks < 3; looks++)
            await DeskHost.GetAsync(host.NewClient(), host.Link.AbsoluteUri);
        using var answer = await host.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Two_who_have_the_page_open_do_not_both_come_in()
    {
        await using var host = await DeskHost.StartAsync();
        using var other = host.NewClient();
        var (_, page) = await DeskHost.GetAsync(other, host.Link.AbsoluteUri);
        using var first = await host.SignInAsync();
        using var second = await DeskHost.PostAsync(other, "/officer/sign-in", page, ("person", "hanako@example.co.jp"));
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.DoesNotContain(second.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("desk_session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_link_expires_and_a_new_one_is_shown_to_whoever_knocks_once_a_minute()
    {
        await using var host = await DeskHost.StartAsync(time);
        var old = host.Link;
        time.Advance(TimeSpan.FromMinutes(15));
        var (spent, _) = await DeskHost.GetAsync(host.Client, old.AbsoluteUri);
        Assert.Equal(HttpStatusCode.Unauthorized, spent.StatusCode);
        Assert.NotEqual(old, host.Link);

        using var answer = await host.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = host.Console.Length;
        for (var knocks = 0; knocks < 3; knocks++)
            await DeskHost.GetAsync(host.NewClient(), "/officer/sign-in");
        Assert.Equal(shown, host.Console.Length);
        time.Advance(TimeSpan.FromMinutes(1));
        await DeskHost.GetAsync(host.NewClient(), "/officer/sign-in");
        Assert.True(host.Console.Length > shown, "No new link was shown.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_the_code_nobody_comes_in(string query)
    {
        await using var host = await DeskHost.StartAsync();
        var (answer, _) = await DeskHost.GetAsync(host.Client, "/officer/sign-in" + query);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Only_those_on_the_list_can_be_chosen()
    {
        await using var host = await DeskHost.StartAsync();
        using var answer = await host.SignInAsync(person: "somebody@else.example");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var known = await host.SignInAsync(person: "ichiro@example.co.jp");
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
    }
}
