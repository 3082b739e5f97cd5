using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The company's list from files of every kind: all of a file, or nothing and every fault of it.</summary>
public class RosterImportTests
{
    private const string Header = "社員ID,氏名,部署,拠点,コース,期限";

    static RosterImportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Forms { get; } = new MatrixTheoryData<string, string>(
        ["utf-8", "utf-8 with mark", "shift_jis", "utf-16", "utf-16BE"], [",", "\t", ";"]);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_list_is_read_in_every_encoding_with_every_separator(string encoding, string separator)
    {
        await using var site = await TrainingSite.StartAsync();
        var text = TrainingSite.List.Replace(",", separator, StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        var named = encoding == "utf-8 with mark" ? new UTF8Encoding(true) : encoding == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(encoding);

        var (status, html) = await site.CheckAsync([.. named.GetPreamble(), .. named.GetBytes(text)]);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("新しく加わる人 4 ", StaffedDesk.TextOf(html), StringComparison.Ordinal);
        Assert.Empty(await site.Trainees.AllAsync(TestContext.Current.CancellationToken));
        using var answer = await DeskHost.PostAsync(site.His, $"{TrainingSite.Path}/import/confirm", html);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var person = (await site.FindAsync(3))!;
        Assert.Equal(("上田 三", "製造部", "hamamatsu"), (person.Name, person.Department, person.SiteId));
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_in_either_language_and_dates_in_three_forms()
    {
        await using var site = await TrainingSite.StartAsync();
        var list = $"due, Course ,Name,Ｐｅｒｓｏｎ\n2026-12-31,everyone,\"Aoki, \"\"Hajime\"\"\",{{{TrainingSite.Id(1).ToUpperInvariant()}}}\n2027/1/5,技術者,井上,{TrainingSite.Id(2)}\n２０２７年１月６日,Sales and exhibitions,上田,{TrainingSite.Id(3)}\n,,,\n,,江口,{TrainingSite.Id(4)}";

        Assert.Equal("new=4&changed=0&unchanged=0&enrolled=3&removed=0", await site.ImportAsync(list));

        Assert.Equal("Aoki, \"Hajime\"", (await site.FindAsync(1))!.Name);
        Assert.Equal(new DateOnly(2026, 12, 31), (await site.EnrolmentAsync(1))!.Due);
        Assert.Equal(new DateOnly(2027, 1, 5), (await site.EnrolmentAsync(2, "engineers"))!.Due);
        Assert.Equal(new DateOnly(2027, 1, 6), (await site.EnrolmentAsync(3, "sales"))!.Due);
    }

    public static TheoryData<string, string> Broken { get; } = new()
    {
        { "", "ファイルが選ばれていないか、空です。" },
        { "社員ID,氏名", "見出しの行と、1人以上の行が必要です。" },
        { "社員ID,部署\nx,y", "1行目：氏名：この見出しの列が必要です。" },
        { "社員ID,氏名,部所\nx,y,z", "1行目：行全体：「部所」とあります。使える見出しは社員ID、チャネル、氏名、部署、拠点、コース、期限です。" },
        { "社員ID,氏名,氏名\nx,y,z", "1行目：氏名：同じ見出しの列が2つあります。" },
        { "H\nP1,A", "2行目：行全体：「2」とあります。項目の数が見出しと違います。6個にしてください。" },
        { "H\nP1,,,,,\n", "2行目：氏名：空欄です。必ず入力してください。" },
        { "H\n,A,,,,", "2行目：社員ID：空欄です。" },
        { "H\nE-001,A,,,,", "2行目：社員ID：「E-001」とあります。Teams の人は Entra のオブジェクトID" },
        { "H\nP1,A,,名古屋工場,,", "2行目：拠点：「名古屋工場」とあります。登録されている拠点のIDか名前を入力してください：大阪工場、浜松工場" },
        { "H\nP1,A,,,茶道,2026-12-31", "2行目：コース：「茶道」とあります。" },
        { "H\nP1,A,,,everyone,", "2行目：期限：空欄です。コースを割り当てるには期限が必要です。" },
        { "H\nP1,A,,,,2026-12-31", "2行目：コース：空欄です。期限を入力するときは、コースも入力してください。" },
        { "H\nP1,A,,,everyone,31.12.2026", "2行目：期限：「31.12.2026」とあります。" },
        { "H\nP1,A,,,everyone,2026-02-30", "2行目：期限：「2026-02-30」とあります。2026-12-31、" },
        { "H\nP1,A,,,everyone,2026-11-19", "2行目：期限：「2026-11-19」とあります。今日以降の日付にしてください。" },
        { "H\nP1,A,,,everyone,2028-11-21", "2行目：期限：「2028-11-21」とあります。2年以内の日付にしてください。" },
        { "H\nP1,\"A,,,,\nP2,B,,,,", "2行目：行全体：「A,,,, 0000" },
        { "H\nP1,A\"B,,,,", "2行目：行全体：「A\"B」とあります。引用符（\"）の位置を確かめてください。" },
        { "H\nP1,\"A\"B,,,,", "引用符（\"）の位置を確かめてください。" },
        { "H\nP1,\"A\nB\",,,,", "2行目：氏名：「A B」とあります。改行などの見えない文字が含まれています。" },
        { "H\nP1,A\u202Eb,,,,", "改行などの見えない文字" },
        { "H\nP1,A,,,,\nP1,B,,,,", "3行目：氏名：「B」とあります。同じ人の2行目と違います。" },
        { "H\nP1,A,,,everyone,2026-12-01\nP1,A,,,everyone,2026-12-02", "3行目：期限：「2026-12-02」とあります。同じ人の2行目と違います。" },
        { "社員ID,氏名,チャネル\nP1,A,fax", "2行目：チャネル：「fax」とあります。空欄か botframework:msteams にしてください。" },
        { "PK\u0003\u0004", "Excel のブックのようです。" },
        { "a\0b", "文字を読み取れません。" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_file_is_told_where_and_how_and_nothing_of_it_is_imported(string list, string told)
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        list = list.Replace("H\n", Header + "\n", StringComparison.Ordinal).Replace("P1", TrainingSite.Id(1), StringComparison.Ordinal).Replace("P2", TrainingSite.Id(2), StringComparison.Ordinal);

        var (status, html) = await site.CheckAsync(list);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(told, StaffedDesk.TextOf(html), StringComparison.Ordinal);
        Assert.Equal("青木 一", (await site.FindAsync(1))!.Name);
        Assert.Equal("new=0&changed=0&unchanged=4&enrolled=0&removed=0", await site.ImportAsync(TrainingSite.List));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_line_and_no_more_than_two_hundred()
    {
        await using var site = await TrainingSite.StartAsync();
        var (_, few) = await site.CheckAsync($"{Header}\nx,,,nowhere,nothing,never\n{TrainingSite.Id(2)},B,,,,\ny,C,,,,");
        Assert.Contains("6件", StaffedDesk.TextOf(few), StringComparison.Ordinal);
        Assert.All(["2行目：社員ID", "2行目：氏名", "2行目：拠点", "2行目：コース", "2行目：期限", "4行目：社員ID"], told => Assert.Contains(told, few, StringComparison.Ordinal));

        var (_, many) = await site.CheckAsync($"{Header}\n{string.Concat(Enumerable.Repeat("x,A,,,,\n", 300))}");
        Assert.Contains("300件", StaffedDesk.TextOf(many), StringComparison.Ordinal);
        Assert.Equal(200, many.Split("行目：社員ID").Length - 1);
    }

    [Fact]
    public async Task What_is_too_large_is_told_so()
    {
        await using var site = await TrainingSite.StartAsync();
        var (status, long_) = await site.CheckAsync($"社員ID,氏名\n{string.Concat(Enumerable.Range(0, 20_001).Select(i => $"{TrainingSite.Id(i)},A\n"))}");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("20,000行を超えています。", long_, StringComparison.Ordinal);
        var (large, heavy) = await site.CheckAsync(new byte[(5 * 1024 * 1024) + 1]);
        Assert.Equal(HttpStatusCode.Conflict, large);
        Assert.Contains("ファイルが5 MBを超えています。", heavy, StringComparison.Ordinal);
        var (cell, text) = await site.CheckAsync($"社員ID,氏名\n{TrainingSite.Id(1)},{new string('長', 10_000)}");
        Assert.Equal(HttpStatusCode.Conflict, cell);
        Assert.Contains($"2行目：氏名：「{new string('長', 40)}…」とあります。100文字までにしてください。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_thousand_people_are_imported_at_once()
    {
        await using var site = await TrainingSite.StartAsync();
        var list = $"社員ID,氏名,コース,期限\n{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{TrainingSite.Id(i)},人,everyone,2026-12-31\n"))}";
        Assert.Equal("new=20000&changed=0&unchanged=0&enrolled=20000&removed=0", await site.ImportAsync(list));
    }

    [Fact]
    public async Task What_people_have_done_stays_whatever_the_list_says()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.PractiseAsync(1, trainee => trainee with { Runs = 7 });
        await site.ImportAsync(TrainingSite.List);
        var number = await site.CompleteAsync(1, TrainingSite.Today);

        Assert.Equal("new=0&changed=1&unchanged=3&enrolled=0&removed=0", await site.ImportAsync(TrainingSite.List.Replace("青木 一,製造部", "青木 はじめ,品質部", StringComparison.Ordinal)));

        var person = (await site.FindAsync(1))!;
        Assert.Equal(("青木 はじめ", "品質部", 7, number), (person.Name, person.Department, person.Trainee.Runs, person.Trainee.Enrolments[0].Certificate));
    }

    [Fact]
    public async Task Who_is_not_in_a_whole_list_leaves_the_list_and_keeps_the_record()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        var number = await site.CompleteAsync(4, TrainingSite.Today);
        var shorter = TrainingSite.List[..TrainingSite.List.IndexOf(TrainingSite.Id(4), StringComparison.Ordinal)];

        Assert.Equal("new=0&changed=0&unchanged=3&enrolled=0&removed=0", await site.ImportAsync(shorter));
        Assert.Equal("new=0&changed=0&unchanged=3&enrolled=0&removed=1", await site.ImportAsync(shorter, isWhole: true));

        Assert.Equal(("", number), ((await site.FindAsync(4))!.Name, (await site.EnrolmentAsync(4))!.Certificate));
        Assert.DoesNotContain("江口", await site.TextAsync("/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newcomers_and_those_who_change_get_what_their_group_was_assigned()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-12-31"));
        await site.AssignAsync(site.His, "", ("course", "sales"), ("site", "hamamatsu"), ("department", "営業部"), ("due", "2026-12-20"));

        var more = $"{TrainingSite.List}{TrainingSite.Id(5)},尾崎 五,営業部,浜松工場\n{TrainingSite.Id(6)},加藤 六,営業部,大阪工場\n".Replace("上田 三,製造部", "上田 三,営業部", StringComparison.Ordinal);
        Assert.Equal("new=2&changed=1&unchanged=3&enrolled=4&removed=0", await site.ImportAsync(more));

        Assert.Equal(new DateOnly(2026, 12, 31), (await site.EnrolmentAsync(5))!.Due);
        Assert.Equal(new DateOnly(2026, 12, 20), (await site.EnrolmentAsync(5, "sales"))!.Due);
        Assert.Equal(new DateOnly(2026, 12, 20), (await site.EnrolmentAsync(3, "sales"))!.Due);
        Assert.Null(await site.EnrolmentAsync(6, "sales"));
    }

    [Fact]
    public async Task Whoever_joins_after_the_due_date_has_thirty_days()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-11-20"));
        site.Desk.Time.Advance(TimeSpan.FromDays(1));
        using var later = await site.Desk.SitDownAsync(StaffedDesk.Jiro);

        await site.ImportAsync($"社員ID,氏名\n{TrainingSite.Id(5)},尾崎 五", browser: later);

        Assert.Equal(new DateOnly(2026, 12, 21), (await site.EnrolmentAsync(5))!.Due);
    }

    [Fact]
    public async Task An_officer_of_one_site_imports_no_people_of_another()
    {
        await using var site = await TrainingSite.StartAsync();
        var (status, html) = await site.CheckAsync(TrainingSite.List, browser: site.Hers);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("4行目：拠点：「浜松工場」とあります。担当の拠点ではありません。", html, StringComparison.Ordinal);

        await site.ImportAsync(TrainingSite.List);
        (status, _) = await site.CheckAsync($"社員ID,氏名,拠点\n{TrainingSite.Id(3)},上田 三,大阪工場", browser: site.Hers);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("new=0&changed=0&unchanged=1&enrolled=0&removed=1", await site.ImportAsync($"社員ID,氏名\n{TrainingSite.Id(1)},青木 一", isWhole: true, browser: site.Hers));
        Assert.Equal("上田 三", (await site.FindAsync(3))!.Name);
    }

    [Fact]
    public async Task What_was_checked_is_the_officers_own_and_waits_for_half_an_hour()
    {
        await using var site = await TrainingSite.StartAsync();
        var (_, html) = await site.CheckAsync(TrainingSite.List);
        var (_, own) = await site.CheckAsync($"社員ID,氏名\n{TrainingSite.Id(1)},青木 一", browser: site.Hers);
        using (var hers = await DeskHost.PostAsync(site.Hers, $"{TrainingSite.Path}/import/confirm", own.Replace(ListOf(own), ListOf(html), StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.Conflict, hers.StatusCode);

        for (var minutes = 0; minutes < 30; minutes += 10)
        {
            site.Desk.Time.Advance(TimeSpan.FromMinutes(10));
            await site.TextAsync("");
        }

        using var late = await DeskHost.PostAsync(site.His, $"{TrainingSite.Path}/import/confirm", html);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("取り込みは行われていません。", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await site.Trainees.AllAsync(TestContext.Current.CancellationToken));
    }

    private static string ListOf(string html) => Regex.Match(html, "name=\"list\" value=\"([^\"]*)\"").Groups[1].Value;

    [Fact]
    public async Task Cells_that_would_be_formulas_or_markup_stay_text_on_the_page_and_in_the_export()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync($"社員ID,氏名,部署\n{TrainingSite.Id(1)},\"=cmd|' /C calc'!A0\",<script>alert(1)</script>\n{TrainingSite.Id(2)},+81,\"@SUM(1,2)\"\n{TrainingSite.Id(3)},-,普通");

        var (_, html) = await DeskHost.GetAsync(site.His, $"{TrainingSite.Path}/people");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        var (_, csv) = await DeskHost.GetAsync(site.His, $"{TrainingSite.Path}/people.csv");
        Assert.All(["'=cmd|' /C calc'!A0,<script>", ",'+81,\"'@SUM(1,2)\",", ",'-,普通,"], cell => Assert.Contains(cell, csv, StringComparison.Ordinal));
        Assert.Equal("new=0&changed=0&unchanged=3&enrolled=0&removed=0", await site.ImportAsync(csv));
    }

    [Fact]
    public async Task The_template_has_the_headings_that_an_import_reads()
    {
        await using var site = await TrainingSite.StartAsync();
        var (answer, csv) = await DeskHost.GetAsync(site.His, $"{TrainingSite.Path}/import/template.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("new=1&changed=0&unchanged=0&enrolled=0&removed=0", await site.ImportAsync($"{csv}{TrainingSite.Id(1)},,青木,,,,\r\n"));
    }
}
