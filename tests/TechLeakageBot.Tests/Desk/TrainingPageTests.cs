using System.Net;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Tests.Storage;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Desk;

/// <summary>How training stands, who is to do what, and assigning it.</summary>
public class TrainingPageTests
{
    private const string NoAnswers = "一人ひとりの回答は表示しません。";

    [Fact]
    public async Task A_course_is_assigned_to_a_department_of_a_site()
    {
        await using var site = await FilledAsync();

        var (status, text) = await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", "hamamatsu"), ("department", "製造部"), ("due", "2026-12-31"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Contains("対象の1人のうち、1人に新しく割り当てたか、期限を改めました。", text, StringComparison.Ordinal);
        Assert.Equal(new Enrolment("everyone", TrainingSite.Today, new DateOnly(2026, 12, 31), null, [], null, null, 0), (await site.EnrolmentAsync(3))! with { Drills = [] });
        Assert.All(await Task.WhenAll(site.EnrolmentAsync(1), site.EnrolmentAsync(2), site.EnrolmentAsync(4)), Assert.Null);
        Assert.Contains("全員の基本 浜松工場 製造部 2026-12-31 鈴木 次郎 2026-11-20 18:01 JST", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_assigns_once_and_a_later_day_moves_it()
    {
        await using var site = await FilledAsync();
        (string, string)[] fields = [("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-12-31")];
        await site.AssignAsync(site.His, "", fields);
        var (_, again) = await site.AssignAsync(site.His, "", fields);
        Assert.Contains("対象の4人のうち、0人に", again, StringComparison.Ordinal);
        Assert.Single(await site.Trainees.AssignmentsAsync(TestContext.Current.CancellationToken));

        await site.AssignAsync(site.His, "", [.. fields[..3], ("due", "2027-01-31")]);
        Assert.Equal((new DateOnly(2027, 1, 31), 1), ((await site.EnrolmentAsync(1))!.Due, (await site.FindAsync(1))!.Trainee.Enrolments.Count));
    }

    [Fact]
    public async Task A_course_is_assigned_to_one_person_from_the_list()
    {
        await using var site = await FilledAsync();
        var query = $"?channel={Uri.EscapeDataString(TrainingSite.Teams)}&person={TrainingSite.Id(2)}";

        var (status, text) = await site.AssignAsync(site.His, query, ("course", "engineers"), ("due", "2026-12-31"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Contains("井上 二さんに割り当てます。", text, StringComparison.Ordinal);
        Assert.NotNull(await site.EnrolmentAsync(2, "engineers"));
        Assert.Empty(await site.Trainees.AssignmentsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("course=tea&site=&department=&due=2026-12-31", "コースを選んでください。")]
    [InlineData("course=everyone&site=kobe&department=&due=2026-12-31", "その拠点は担当に含まれていません。")]
    [InlineData("course=everyone&site=&department=宣伝部&due=2026-12-31", "その部署の人は名簿に見つかりません。")]
    [InlineData("course=everyone&site=&department=&due=", "期限の日付を入力してください。")]
    [InlineData("course=everyone&site=&department=&due=31.12.2026", "期限の日付を入力してください。")]
    [InlineData("course=everyone&site=&department=&due=2026-11-19", "今日以降の日付")]
    [InlineData("course=everyone&site=&department=&due=2028-11-21", "2年以内の日付")]
    [InlineData("course=everyone&due=2026-12-31&channel=directline&person=nobody", "その人は名簿に見つかりません。")]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_is_assigned(string fields, string told)
    {
        await using var site = await FilledAsync();
        var (status, text) = await site.AssignAsync(site.His, "", StaffedDesk.Fields(fields));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Empty(await site.Trainees.AssignmentsAsync(TestContext.Current.CancellationToken));
        Assert.Null(await site.EnrolmentAsync(1));
    }

    [Fact]
    public async Task An_officer_of_one_site_sees_and_assigns_its_people_only()
    {
        await using var site = await FilledAsync();
        await site.AssignAsync(site.His, "", ("course", "sales"), ("site", "hamamatsu"), ("department", ""), ("due", "2026-12-31"));

        var list = await site.TextAsync("/people", site.Hers);
        Assert.Contains("青木 一", list, StringComparison.Ordinal);
        Assert.DoesNotContain("上田 三", list, StringComparison.Ordinal);
        Assert.DoesNotContain("上田 三", (await DeskHost.GetAsync(site.Hers, $"{TrainingSite.Path}/people.csv")).Html, StringComparison.Ordinal);
        Assert.Contains("名簿に2人が登録されています。", await site.TextAsync("", site.Hers), StringComparison.Ordinal);
        Assert.DoesNotContain("営業部", await site.TextAsync("/assign", site.Hers), StringComparison.Ordinal);

        var (everywhere, said) = await site.AssignAsync(site.Hers, "", ("course", "everyone"), ("site", ""), ("due", "2026-12-31"));
        Assert.Equal(HttpStatusCode.Conflict, everywhere);
        Assert.Contains("担当の拠点を選んでください。", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await site.AssignAsync(site.Hers, "", ("course", "everyone"), ("site", "hamamatsu"), ("due", "2026-12-31"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await site.AssignAsync(site.Hers, "", ("course", "everyone"), ("due", "2026-12-31"), ("channel", TrainingSite.Teams), ("person", TrainingSite.Id(3)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeskHost.GetAsync(site.Hers, $"{TrainingSite.Path}/assign?channel={TrainingSite.Teams}&person={TrainingSite.Id(3)}")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.AssignAsync(site.Hers, "", ("course", "everyone"), ("site", "osaka"), ("due", "2026-12-31"))).Status);
        Assert.Null(await site.EnrolmentAsync(3));
        Assert.NotNull(await site.EnrolmentAsync(1));
    }

    [Fact]
    public async Task The_list_tells_completion_and_score_and_nothing_of_answers()
    {
        await using var site = await FilledAsync();
        await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-11-25"));
        var number = await site.CompleteAsync(1, TrainingSite.Today);
        await site.PractiseAsync(2, trainee => trainee with { Memory = Memory("case.people.sns", 0, 9), Drills = new Dictionary<string, DrillResult> { ["headhunter"] = DrillResult.Leak } });

        var (_, html) = await DeskHost.GetAsync(site.His, $"{TrainingSite.Path}/people");
        var text = StaffedDesk.TextOf(html);

        Assert.Contains(NoAnswers, text, StringComparison.Ordinal);
        Assert.Contains($"青木 一 ボット未利用 製造部 大阪工場 全員の基本 修了 2026-11-25 90 2026-11-20 {number}", text, StringComparison.Ordinal);
        Assert.Contains("井上 二 ボット未利用 技術部 大阪工場 全員の基本 受講中 2026-11-25 – –", text, StringComparison.Ordinal);
        Assert.DoesNotContain("case.people.sns", html, StringComparison.Ordinal);
        Assert.DoesNotContain("headhunter", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?words=青木", "青木")]
    [InlineData("?words=製造部", "青木 上田")]
    [InlineData("?site=osaka", "井上 青木")]
    [InlineData("?department=製造部", "青木 上田")]
    [InlineData("?course=everyone", "青木")]
    [InlineData("?status=Done", "青木")]
    [InlineData("?status=Nothing&site=osaka", "井上")]
    [InlineData("?status=9&page=-1&course=", "井上 江口 青木 上田")]
    [InlineData("?silent=yes", "江口 青木 上田")]
    [InlineData("?words=nobody", "")]
    public async Task The_address_searches_the_list(string query, string due)
    {
        await using var site = await FilledAsync();
        await site.CompleteAsync(1, TrainingSite.Today);
        var chat = new ConversationKey(TrainingSite.Teams, "chat", TrainingSite.Id(2));
        await site.Desk.Service<IStore>().CommitAsync(new TurnCommit(Turn.Message(chat, "m1"), new Transition(Conversation.New, Profile.New, []), 0, TimeSpan.Zero), TestContext.Current.CancellationToken);

        var text = await site.TextAsync($"/people{query}");

        Assert.All(["青木", "井上", "上田", "江口"], name => Assert.Equal(due.Contains(name, StringComparison.Ordinal), text.Contains($"{name} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_export_opens_in_excel_and_can_be_imported_again_unchanged()
    {
        await using var site = await FilledAsync();
        await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-11-25"));
        var number = await site.CompleteAsync(1, TrainingSite.Today);
        await site.CompleteAsync(2, TrainingSite.Today, "engineers");
        site.Desk.Time.Advance(TimeSpan.FromDays(10));
        using var later = await site.Desk.SitDownAsync(StaffedDesk.Jiro);

        var (answer, _) = await DeskHost.GetAsync(later, $"{TrainingSite.Path}/people.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var csv = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("training-2026-11-30.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(csv.Split('\n').Length, csv.Split("\r\n").Length);
        Assert.Contains($"{TrainingSite.Id(1)},{TrainingSite.Teams},青木 一,製造部,大阪工場,全員の基本,2026-11-25,修了,90,2026-11-20,{number}\r\n", csv, StringComparison.Ordinal);
        Assert.Contains($"{TrainingSite.Id(3)},{TrainingSite.Teams},上田 三,製造部,浜松工場,全員の基本,2026-11-25,期限超過,,,\r\n", csv, StringComparison.Ordinal);
        Assert.Equal("new=0&changed=0&unchanged=4&enrolled=0&removed=0", await site.ImportAsync(csv, isWhole: true, browser: later));
    }

    [Fact]
    public async Task More_than_a_page_of_people_goes_on_on_the_next_page()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync($"社員ID,氏名\n{string.Concat(Enumerable.Range(0, 51).Select(i => $"{TrainingSite.Id(i)},人{i:00}\n"))}");
        Assert.DoesNotContain("人50", await site.TextAsync("/people"), StringComparison.Ordinal);
        Assert.Contains("人50", await site.TextAsync("/people?page=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_counts_courses_departments_and_months()
    {
        await using var site = await FilledAsync();
        await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-11-25"));
        await site.CompleteAsync(1, TrainingSite.Today);
        await site.CompleteAsync(2, new DateOnly(2026, 12, 1));
        site.Desk.Time.Advance(TimeSpan.FromDays(15));
        using var later = await site.Desk.SitDownAsync(StaffedDesk.Jiro);

        var (_, html) = await DeskHost.GetAsync(later, TrainingSite.Path);
        var text = StaffedDesk.TextOf(html);

        Assert.Contains(NoAnswers, text, StringComparison.Ordinal);
        Assert.Contains("全員の基本 4 2 2 ", text, StringComparison.Ordinal);
        Assert.Contains("直近12か月の修了は2件です。", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月 1 0 1 2026年12月 0 1 1", text, StringComparison.Ordinal);
        Assert.Contains("営業部 0% 0/1 製造部 50% 1/2 技術部 100% 1/1", text, StringComparison.Ordinal);
        Assert.Contains("うち4人は、まだボットと話していない", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2/4 0/1 0/0", false)]
    [InlineData("3/3 2/2", false)]
    [InlineData("1/1 1/1 1/2", false)]
    [InlineData("1/1 1/1 1/3", true)]
    public async Task A_weak_topic_is_told_from_three_people_and_five_answers_on(string answers, bool isTold)
    {
        await using var site = await FilledAsync();
        foreach (var (answered, person) in answers.Split(' ').Select((answered, i) => (answered.Split('/'), i + 1)))
            await site.PractiseAsync(person, trainee => trainee with { Memory = Memory("case.people.sns", answered[0][0] - '0', answered[1][0] - '0') });

        var text = await site.TextAsync("");

        Assert.Equal(isTold, text.Contains("60%", StringComparison.Ordinal));
        Assert.Equal(!isTold, text.Contains("表示できるだけの回答は、まだ集まっていません。", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/people")]
    [InlineData("/people.csv")]
    [InlineData("/assign")]
    [InlineData("/import")]
    [InlineData("/certificates")]
    public async Task Nobody_sees_it_without_a_sign_in(string page)
    {
        await using var desk = await StaffedDesk.StartAsync();
        using var stranger = desk.Host.NewClient();
        var (answer, _) = await DeskHost.GetAsync(stranger, TrainingSite.Path + page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/officer/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<TrainingSite> FilledAsync()
    {
        var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        return site;
    }

    private static Dictionary<string, TopicMemory> Memory(string topic, int right, int asked) =>
        asked == 0 ? [] : new() { [topic] = new TopicMemory(1, 5, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), TrainingSite.Today, right, asked) };
}
