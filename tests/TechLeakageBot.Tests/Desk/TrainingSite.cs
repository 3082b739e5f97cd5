using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Training;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The pages of training of the two plants' company, as the deputy for both and as the officer of Osaka use them.</summary>
internal sealed partial class TrainingSite(StaffedDesk desk, HttpClient his) : IAsyncDisposable
{
    public const string Path = "/officer/training";
    public const string Teams = "botframework:msteams";

    /// <summary>Japan's day of the desk's clock.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public StaffedDesk Desk => desk;

    public HttpClient Hers => desk.Hers;

    /// <summary>The browser of Jiro, who serves every site.</summary>
    public HttpClient His => his;

    public ITrainees Trainees => desk.Service<ITrainees>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TrainingSite> StartAsync()
    {
        var desk = await StaffedDesk.StartAsync();
        return new TrainingSite(desk, await desk.SitDownAsync(StaffedDesk.Jiro));
    }

    public static string Id(int person) => $"{person:00000000}-0000-4000-8000-000000000000";

    /// <summary>A list of two in Osaka and two in Hamamatsu.</summary>
    public static string List { get; } =
        $"""
        社員ID,氏名,部署,拠点
        {Id(1)},青木 一,製造部,大阪工場
        {Id(2)},井上 二,技術部,osaka
        {Id(3)},上田 三,製造部,Hamamatsu plant
        {Id(4)},江口 四,営業部,浜松工場

        """;

    public async Task<StoredTrainee?> FindAsync(int person) => await Trainees.FindAsync(new PersonKey(Teams, Id(person)), Cancel);

    /// <summary>The course's enrolment of a person; null where there is none.</summary>
    public async Task<Enrolment?> EnrolmentAsync(int person, string course = "everyone") =>
        await FindAsync(person) is { } found ? Enrolling.Of(found.Trainee, course) : null;

    public Task<(HttpStatusCode Status, string Html)> CheckAsync(string list, bool isWhole = false, HttpClient? browser = null) => CheckAsync(Encoding.UTF8.GetBytes(list), isWhole, browser);

    /// <summary>Chooses a file and has it checked.</summary>
    public async Task<(HttpStatusCode Status, string Html)> CheckAsync(byte[] list, bool isWhole = false, HttpClient? browser = null)
    {
        var (_, html) = await DeskHost.GetAsync(browser ?? his, $"{Path}/import");
        using var form = new MultipartFormDataContent { { new StringContent(Token().Match(html).Groups["value"].Value), "__RequestVerificationToken" }, { new ByteArrayContent(list), "file", "list.csv" } };
        if (isWhole)
            form.Add(new StringContent("yes"), "whole");
        using var answer = await (browser ?? his).PostAsync(new Uri($"{Path}/import", UriKind.Relative), form, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Has a file checked and takes it over.</summary>
    /// <returns>The numbers that the desk tells, as its address has them.</returns>
    public async Task<string> ImportAsync(string list, bool isWhole = false, HttpClient? browser = null)
    {
        var (status, html) = await CheckAsync(list, isWhole, browser);
        Assert.True(status == HttpStatusCode.OK, StaffedDesk.TextOf(html));
        using var answer = await DeskHost.PostAsync(browser ?? his, $"{Path}/import/confirm", html);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('?')[1];
    }

    /// <summary>Sends the form that assigns a course.</summary>
    public async Task<(HttpStatusCode Status, string Text)> AssignAsync(HttpClient browser, string query = "", params (string Name, string Value)[] fields)
    {
        var (_, html) = await DeskHost.GetAsync(browser, $"{Path}/assign{query}");
        using var answer = await DeskHost.PostAsync(browser, $"{Path}/assign", html, fields);
        var text = answer.Headers.Location is { } next
            ? (await DeskHost.GetAsync(browser, next.OriginalString)).Html
            : await answer.Content.ReadAsStringAsync(Cancel);
        return (answer.StatusCode, StaffedDesk.TextOf(text));
    }

    public async Task<string> TextAsync(string address, HttpClient? browser = null)
    {
        var (answer, html) = await DeskHost.GetAsync(browser ?? his, Path + address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return StaffedDesk.TextOf(html);
    }

    /// <summary>A person changes as in the chat: once more where the clock came in between.</summary>
    public async Task PractiseAsync(int person, Func<Trainee, Trainee> change)
    {
        StoredTrainee before;
        do
            before = await FindAsync(person) ?? new StoredTrainee(new PersonKey(Teams, Id(person)), Trainee.New, 0);
        while (!await Trainees.WriteAsync([new TraineeChange(before with { Trainee = change(before.Trainee) }, null)], null, desk.Time.GetUtcNow(), Cancel));
    }

    /// <summary>A person completes a course, begun by choice where nobody assigned it.</summary>
    /// <returns>The certificate's number.</returns>
    public async Task<string> CompleteAsync(int person, DateOnly on, string course = "everyone")
    {
        var known = desk.Host.Knowledge.Curriculum.Course(course)!;
        await PractiseAsync(person, trainee =>
        {
            var begun = Enrolling.Of(trainee, course) is null ? Enrolling.Assign(trainee, known, on, null) : trainee;
            return Enrolling.Complete(known.Drills.Aggregate(Enrolling.Scored(begun, course, 90), (so, drill) => Enrolling.Drilled(so, course, drill)), known, Id(person), on, new byte[32]);
        });
        return (await EnrolmentAsync(person, course))!.Certificate!;
    }

    public async ValueTask DisposeAsync()
    {
        his.Dispose();
        await desk.DisposeAsync();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<value>[^"]*)" """)]
    private static partial Regex Token();
}
