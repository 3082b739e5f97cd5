using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Storage;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

/// <summary>What every store promises, whatever the database.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private static readonly ConversationKey Key = Turn.Key();

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    private protected IStore Store { get; private set; } = null!;

    private IOutbox Outbox => (IOutbox)Store;

    private ITranscripts Transcripts => (ITranscripts)Store;

    private DateTimeOffset Now => Time.GetUtcNow();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A store on the test's own database, not opened; the same database at every call.</summary>
    private protected abstract IStore Make();

    /// <summary>Runs SQL behind the store's back.</summary>
    private protected abstract Task<object?> SqlAsync(string sql);

    public async ValueTask InitializeAsync()
    {
        Store = Make();
        await Store.OpenAsync(Cancel);
    }

    public virtual ValueTask DisposeAsync()
    {
        ((IDisposable)Store).Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_unknown_conversation_is_new()
    {
        Assert.Equal(new Remembered(Seen: false, Conversation.New, Profile.New, 0), await LoadAsync(Key));
        Assert.False(await HasSeenAsync(Key, "m1"));
    }

    [Fact]
    public async Task A_turn_is_kept_whole()
    {
        var matter = new Consultation(
            1, "people-sns", "people-sns", Severity.Serious, [Reason.Out], [Signal.Stranger], [Question.Favours], Question.Favours, 2,
            Language.English, "資料を送った <b>\"&'\u0000😀", "東京", [new ContactTrace(TraceKind.Domain, "00ff")], [MaskedKind.Mail], Told: true, "TL-2026-0001");
        var next = Conversation.New with
        {
            Stage = new Stage.Consulting(matter), Offered = [new Button("はい", new Choice(Verb.Answer, 1, "yes"))], Matters = 1,
        };
        var profile = new Profile(Language.English, "site", "東京");
        await Store.CommitAsync(new TurnCommit(Turn.Message(Key, "m1"), new Transition(next, profile, []), 0, TimeSpan.Zero), Cancel);

        var remembered = await LoadAsync(Key);

        Assert.Equal(JsonSerializer.Serialize(next, Stored.Json.Conversation), JsonSerializer.Serialize(remembered.Conversation, Stored.Json.Conversation));
        Assert.Equal(matter.Summary, Assert.IsType<Stage.Consulting>(remembered.Conversation.Stage).Matter.Summary);
        Assert.Equal(profile, remembered.Profile);
        Assert.Equal(1, remembered.Version);
        Assert.True(await HasSeenAsync(Key, "m1"));
    }

    [Fact]
    public async Task Every_block_and_effect_comes_back_as_it_was()
    {
        var card = new Card(
            Language.English,
            [
                new Block.Level(Severity.Caution, "注意"), new Block.Heading("h"), new Block.Paragraph("p"),
                new Block.Lines("t", ["a", "b"], LinesKind.DoNot), new Block.Facts([new Fact("tel", "03")]), new Block.Draft("a\nb"),
                new Block.Link("METI", new Uri("https://www.meti.go.jp/")), new Block.Note("p. 9"), new Block.Picture("t", [new Bar("a", 50, "b"), new Bar("c", null, "–")]),
            ],
            [new Button("Tell", new Choice(Verb.Tell, 1))]);
        Effect[] effects = [new Effect.Reply(card), Turn.Alert("要約")];
        await CommitAsync("m1", 0, effects);

        var due = await DueAsync();

        Assert.Equal(effects.Select(Json), due.Select(row => Json(row.Effect)));
        static string Json(Effect effect) => JsonSerializer.Serialize(effect, Stored.Json.Effect);
    }

    [Fact]
    public async Task A_message_is_committed_once()
    {
        await CommitAsync("m1", 0, Turn.Reply("first"));

        var again = await CommitAsync("m1", 1, Turn.Reply("second"));

        Assert.IsType<CommitOutcome.Duplicate>(again);
        Assert.Equal(["first"], await DueTextsAsync());
        Assert.Equal(1, (await LoadAsync(Key)).Version);
    }

    [Fact]
    public async Task A_duplicate_is_a_duplicate_even_at_an_old_version()
    {
        await CommitAsync("m1", 0);
        await CommitAsync("m2", 1);
        Assert.IsType<CommitOutcome.Duplicate>(await CommitAsync("m1", 0));
    }

    [Fact]
    public async Task The_same_message_id_of_another_person_is_another_message()
    {
        await CommitAsync("m1", 0);
        var other = await Store.CommitAsync(Turn.Of(Turn.Key(person: "p2"), "m1", 0), Cancel);
        Assert.IsType<CommitOutcome.Committed>(other);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Another_version_is_a_conflict_and_writes_nothing(long version)
    {
        await CommitAsync("m1", 0);

        Assert.IsType<CommitOutcome.Conflict>(await CommitAsync("m2", version, Turn.Reply("lost")));

        Assert.False(await HasSeenAsync(Key, "m2"));
        Assert.Empty(await DueTextsAsync());
        Assert.IsType<CommitOutcome.Committed>(await CommitAsync("m2", 1));
    }

    [Fact]
    public async Task Commits_side_by_side_at_one_version_let_one_through()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => CommitAsync($"m{i}", 0, Turn.Reply($"{i}"))));

        Assert.Single(outcomes.OfType<CommitOutcome.Committed>());
        Assert.Equal(19, outcomes.OfType<CommitOutcome.Conflict>().Count());
        Assert.Single(await DueTextsAsync());
    }

    [Fact]
    public async Task A_turn_that_cannot_be_written_leaves_no_trace_and_harms_no_other()
    {
        var tooLong = new string('m', 2000);
        var bad = CommitAsync(tooLong, 0, Turn.Reply("bad"), new Effect.RecordQuestion("q", Language.English, []));
        var good = Enumerable.Range(0, 50).Select(i => Store.CommitAsync(Turn.Of(Turn.Key($"other{i}"), "m", 0, Turn.Reply("good")), Cancel)).ToArray();

        await Assert.ThrowsAnyAsync<DbException>(() => bad);
        Assert.All(await Task.WhenAll(good), outcome => Assert.IsType<CommitOutcome.Committed>(outcome));

        Assert.Equal(0, (await LoadAsync(Key)).Version);
        Assert.False(await HasSeenAsync(Key, tooLong));
        Assert.Equal(Enumerable.Repeat("good", 50), await DueTextsAsync());
        Assert.Equal(0L, await SqlAsync("SELECT COUNT(*) FROM unanswered_question"));
    }

    [Fact]
    public async Task A_commit_cancelled_before_it_begins_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Turn.Of(Key, "m1", 0), new CancellationToken(canceled: true)));
        Assert.False(await HasSeenAsync(Key, "m1"));
    }

    [Fact]
    public async Task Committed_rows_are_the_ones_in_the_outbox()
    {
        var committed = Assert.IsType<CommitOutcome.Committed>(
            await CommitAsync("m1", 0, Turn.Reply("a"), new Effect.RecordQuestion("q", Language.Japanese, ["people-sns"]), Turn.Alert("b"), Turn.Reply("c")));

        Assert.Equal(["a", "b", "c"], committed.Rows.Select(row => Turn.Text(row.Effect)));
        Assert.Equal(committed.Rows.Take(2).Select(row => row.Id), (await DueAsync()).Select(row => row.Id));
        Assert.Equal([(Key, "address of m1", 0, Now), (OutboxRow.Nobody, "", 0, Now)], (await DueAsync()).Select(row => (row.Conversation, row.Address, row.Attempts, row.Created)));
    }

    [Fact]
    public async Task Only_the_oldest_reply_of_a_conversation_is_due()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"), Turn.Reply("b"));
        await CommitAsync("m2", 1, Turn.Reply("c"));
        await Store.CommitAsync(Turn.Of(Turn.Key("c2"), "m1", 0, Turn.Reply("other")), Cancel);

        Assert.Equal(["a", "other"], await DueTextsAsync());
        await Outbox.DeliveredAsync((await DueAsync())[0].Id, Cancel);
        Assert.Equal(["b", "other"], await DueTextsAsync());
        await Outbox.DeliveredAsync((await DueAsync())[0].Id, Cancel);
        Assert.Equal(["c", "other"], await DueTextsAsync());
    }

    [Fact]
    public async Task No_more_are_due_than_asked_for()
    {
        for (var i = 0; i < 5; i++)
            await Store.CommitAsync(Turn.Of(Turn.Key($"c{i}"), "m", 0, Turn.Reply($"{i}")), Cancel);
        Assert.Equal(["0", "1", "2"], (await Outbox.DueAsync(Now, 3, Cancel)).Select(row => Turn.Text(row.Effect)));
    }

    [Fact]
    public async Task Alerts_wait_for_nobody_and_hold_up_nobody()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"), Turn.Alert("alert 1"), Turn.Alert("alert 2"), Turn.Reply("b"));
        Assert.Equal(["a", "alert 1", "alert 2"], await DueTextsAsync());

        await Outbox.PutOffAsync((await DueAsync())[1].Id, Now.AddHours(1), "x", Cancel);
        await Outbox.DeliveredAsync((await DueAsync())[0].Id, Cancel);
        Assert.Equal(["alert 2", "b"], await DueTextsAsync());
    }

    [Fact]
    public async Task The_oldest_alert_is_the_one_that_waits_longest_due_or_not()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"));
        Assert.Null(await Outbox.OldestAlertAsync(Cancel));

        Time.Advance(TimeSpan.FromMinutes(1));
        var first = Now;
        await CommitAsync("m2", 1, Turn.Alert("alert 1"));
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = Now;
        await CommitAsync("m3", 2, Turn.Alert("alert 2"));
        var alerts = (await DueAsync()).Where(row => row.Effect is Effect.Alert).ToArray();
        await Outbox.PutOffAsync(alerts[0].Id, Now.AddHours(1), "x", Cancel);
        Assert.Equal(first, await Outbox.OldestAlertAsync(Cancel));

        await Outbox.DeliveredAsync(alerts[0].Id, Cancel);
        Assert.Equal(second, await Outbox.OldestAlertAsync(Cancel));
    }

    [Fact]
    public async Task Alerts_and_replies_take_no_places_of_one_another()
    {
        for (var i = 1; i <= 3; i++)
            await CommitAsync($"m{i}", i - 1, Turn.Alert($"alert {i}"));
        await CommitAsync("m4", 3, Turn.Reply("a"));
        Assert.Equal(3, (await Outbox.DueAsync(Now, 2, Cancel)).Count);
        Assert.Single(await Outbox.DueAsync(Now, 2, Cancel), row => row.Effect is Effect.Reply);
    }

    [Fact]
    public async Task An_alert_set_aside_still_counts_as_waiting()
    {
        await CommitAsync("m1", 0, Turn.Alert("alert"));
        await Outbox.SetAsideAsync(Assert.Single(await DueAsync()).Id, "unreadable", Cancel);
        Assert.Equal(Now, await Outbox.OldestAlertAsync(Cancel));
    }

    [Fact]
    public async Task The_newest_address_counts()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"));
        await CommitAsync("m2", 1);
        Assert.Equal("address of m2", Assert.Single(await DueAsync()).Address);
    }

    [Fact]
    public async Task A_row_put_off_holds_up_its_conversation_until_it_is_due()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"), Turn.Reply("b"));
        var due = Now.AddSeconds(10);
        await Outbox.PutOffAsync((await DueAsync())[0].Id, due, "HTTP 503", Cancel);

        Assert.Empty(await DueTextsAsync());
        Assert.Equal(due, await Outbox.NextDueAsync(Now, Cancel));
        Assert.Null(await Outbox.NextDueAsync(due, Cancel));
        Time.SetUtcNow(due);
        Assert.Equal(1, Assert.Single(await DueAsync()).Attempts);
        Assert.Equal(["a"], await DueTextsAsync());
    }

    [Fact]
    public async Task Waiting_without_an_error_is_no_attempt()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"));
        await Outbox.PutOffAsync((await DueAsync())[0].Id, Now, error: null, Cancel);
        Assert.Equal(0, Assert.Single(await DueAsync()).Attempts);
    }

    [Fact]
    public async Task A_row_set_aside_stays_and_lets_later_ones_go_on()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"), Turn.Reply("b"));
        await Outbox.SetAsideAsync((await DueAsync())[0].Id, "blocked", Cancel);

        Assert.Equal(["b"], await DueTextsAsync());
        Assert.Equal(2L, await SqlAsync("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task Held_replies_are_due_later_and_alerts_at_once()
    {
        var turn = Turn.Of(Key, "m1", 0, Turn.Reply("a"), Turn.Alert("b")) with { HoldReplies = TimeSpan.FromSeconds(30) };
        await Store.CommitAsync(turn, Cancel);

        Assert.Equal(["b"], await DueTextsAsync());
        Assert.Equal(Now.AddSeconds(30), await Outbox.NextDueAsync(Now, Cancel));
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["a", "b"], await DueTextsAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_set_aside_and_the_next_one_goes()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"), Turn.Reply("b"));
        await SqlAsync("UPDATE outbox SET payload = '{\"effect\":\"from-the-future\"}' WHERE id = (SELECT MIN(id) FROM outbox)");

        Assert.Equal(["b"], await DueTextsAsync());
        Assert.Equal(2L, await SqlAsync("SELECT COUNT(*) FROM outbox"));
    }

    [Theory]
    [InlineData("""{"stage":{"stage":"from-the-future"},"offered":[],"matters":0,"language":"Japanese"}""")]
    [InlineData("""{"stage":{"stage":"idle"}}""")]
    [InlineData("""{"stage":{},"offered":[],"matters":0,"language":"Japanese"}""")]
    [InlineData("""{"stage":{"stage":"idle"},"offered":[{"label":"x","choice":{"verb":"Fly","matter":1}}],"matters":0,"language":"Japanese"}""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_state_that_cannot_be_read_is_lost_politely(string json)
    {
        await CommitAsync("m1", 0);
        await SqlAsync($"UPDATE conversation SET state = '{json}'");

        var remembered = await LoadAsync(Key);

        Assert.Equal(Conversation.Unreadable, remembered.Conversation);
        Assert.IsType<CommitOutcome.Committed>(await CommitAsync("m2", remembered.Version));
    }

    [Fact]
    public async Task A_profile_that_cannot_be_read_is_empty()
    {
        await CommitAsync("m1", 0);
        await SqlAsync("UPDATE person SET profile = '{\"language\":\"Klingon\"}'");
        Assert.Equal(Profile.New, (await LoadAsync(Key)).Profile);
    }

    [Fact]
    public async Task Forgetting_takes_everything_of_the_person_and_nothing_of_others()
    {
        var (second, other) = (Turn.Key("c2"), Turn.Key("c1", "p2"));
        var profile = new Profile(Language.English, "site");
        foreach (var key in new[] { Key, second, other })
        {
            var turn = Turn.Of(key, "m1", 0, Turn.Reply("reply"), Turn.Alert($"alert {key.Conversation} {key.Person}"));
            await Store.CommitAsync(turn with { Transition = turn.Transition with { Profile = profile } }, Cancel);
        }

        await Transcripts.AppendAsync("c2", "a1", "{}", Now, Cancel);
        await Transcripts.AppendAsync("c3", "a1", "{}", Now, Cancel);

        var forgot = Assert.IsType<CommitOutcome.Committed>(await CommitAsync("m2", 1, new Effect.Forget(), Turn.Reply("forgotten")));

        Assert.Single(forgot.Rows);
        var here = await LoadAsync(Key);
        Assert.Equal((Profile.New, 2), (here.Profile, here.Version));
        Assert.Equal(new Remembered(Seen: false, Conversation.New, Profile.New, 0), await LoadAsync(second));
        Assert.Equal((profile, 1), ((await LoadAsync(other)).Profile, (await LoadAsync(other)).Version));
        Assert.Equal(["alert c1 p1", "alert c2 p1", "reply", "alert c1 p2", "forgotten"], await DueTextsAsync());
        Assert.Empty(await Transcripts.AfterAsync("c2", 0, 10, Cancel));
        Assert.Single(await Transcripts.AfterAsync("c3", 0, 10, Cancel));
        Assert.True(await HasSeenAsync(Key, "m1"));
        Assert.True(await HasSeenAsync(second, "m1"));
        Assert.True(await HasSeenAsync(Key, "m2"));
    }

    [Fact]
    public async Task A_turn_begun_before_the_person_was_forgotten_is_a_conflict()
    {
        var second = Turn.Key("c2");
        await Store.CommitAsync(Turn.Of(second, "m1", 0), Cancel);
        await CommitAsync("m1", 0, new Effect.Forget());
        Assert.IsType<CommitOutcome.Conflict>(await Store.CommitAsync(Turn.Of(second, "m2", 1), Cancel));
    }

    [Fact]
    public async Task A_question_without_an_answer_is_kept_for_the_officer()
    {
        await CommitAsync("m1", 0, new Effect.RecordQuestion("何ですか", Language.Japanese, ["people-sns"]));
        Assert.Equal("Japanese|何ですか|[\"people-sns\"]", await SqlAsync("SELECT language || '|' || question || '|' || offered FROM unanswered_question"));
    }

    [Fact]
    public async Task A_turn_that_changes_no_incident_leaves_no_trace_in_the_audit()
    {
        await CommitAsync("m1", 0, Turn.Reply("secret"));
        Assert.Equal(0L, await SqlAsync("SELECT COUNT(*) FROM audit_entry"));
    }

    [Fact]
    public async Task Keys_are_random_and_stay()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Store.KeyAsync("tokens", Cancel)));

        Assert.Equal(32, keys[0].Length);
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.NotEqual(keys[0], await Store.KeyAsync("other", Cancel));
        await ReopenAsync();
        Assert.Equal(keys[0], await Store.KeyAsync("tokens", Cancel));
    }

    [Fact]
    public async Task Transcripts_are_in_order_and_an_activity_is_added_once()
    {
        Assert.Equal(1, await Transcripts.AppendAsync("c1", "a", "{\"n\":1}", Now, Cancel));
        Assert.Equal(2, await Transcripts.AppendAsync("c1", "b", "{\"n\":2}", Now, Cancel));
        Assert.Equal(1, await Transcripts.AppendAsync("c1", "a", "{\"n\":3}", Now, Cancel));
        Assert.Equal(1, await Transcripts.AppendAsync("c2", "a", "{}", Now, Cancel));

        Assert.Equal([(1, "{\"n\":1}"), (2, "{\"n\":2}")], await Transcripts.AfterAsync("c1", 0, 10, Cancel));
        Assert.Equal([(2, "{\"n\":2}")], await Transcripts.AfterAsync("c1", 1, 10, Cancel));
        Assert.Equal([(1, "{\"n\":1}")], await Transcripts.AfterAsync("c1", 0, 1, Cancel));
    }

    [Fact]
    public async Task Activities_added_side_by_side_have_sequences_without_gaps()
    {
        var sequences = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Transcripts.AppendAsync("c1", $"a{i}", $"{i}", Now, Cancel)));
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), sequences.Order());
    }

    [Fact]
    public async Task A_forgotten_transcript_goes_on_where_it_was_and_does_not_take_an_old_activity_again()
    {
        await Transcripts.AppendAsync("c1", "a", "{}", Now, Cancel);
        await Transcripts.AppendAsync("c1", "b", "{}", Now, Cancel);
        await CommitAsync("m1", 0, new Effect.Forget());

        Assert.Equal(1, await Transcripts.AppendAsync("c1", "a", "{}", Now, Cancel));
        Assert.Equal(3, await Transcripts.AppendAsync("c1", "c", "{\"n\":3}", Now, Cancel));
        Assert.Equal([(3, "{\"n\":3}")], await Transcripts.AfterAsync("c1", 2, 10, Cancel));
        Assert.Single(await Transcripts.AfterAsync("c1", 0, 10, Cancel));
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        await CommitAsync("m1", 0, Turn.Reply("a"), Turn.Alert("b"));
        await Transcripts.AppendAsync("c1", "a", "{}", Now, Cancel);

        await ReopenAsync();

        Assert.Equal(1, (await LoadAsync(Key)).Version);
        Assert.IsType<CommitOutcome.Duplicate>(await CommitAsync("m1", 0));
        Assert.Equal(["a", "b"], await DueTextsAsync());
        Assert.Single(await Transcripts.AfterAsync("c1", 0, 10, Cancel));
    }

    [Fact]
    public async Task Seen_ids_are_kept_for_thirty_days()
    {
        await CommitAsync("old", 0);
        Time.SetUtcNow(Now.AddDays(29));
        await CommitAsync("new", 1);
        Assert.True(await HasSeenAsync(Key, "old"));

        Time.SetUtcNow(Now.AddDays(1).AddHours(1));
        await ReopenAsync();
        while (await HasSeenAsync(Key, "old"))
            await Task.Delay(10, Cancel);
        Assert.True(await HasSeenAsync(Key, "new"));
    }

    [Fact]
    public async Task A_conversation_of_last_month_is_forgotten_and_one_that_goes_on_is_kept_whole()
    {
        await Transcripts.AppendAsync("ended", "a1", "{}", Now, Cancel);
        await Transcripts.AppendAsync("goes on", "a1", "{}", Now, Cancel);
        Time.SetUtcNow(Now.AddDays(29));
        await Transcripts.AppendAsync("goes on", "a2", "{}", Now, Cancel);
        Time.SetUtcNow(Now.AddDays(2));
        await ReopenAsync();
        while ((await Transcripts.AfterAsync("ended", 0, 10, Cancel)).Count > 0)
            await Task.Delay(10, Cancel);
        Assert.Equal(2, (await Transcripts.AfterAsync("goes on", 0, 10, Cancel)).Count);
    }

    [Fact]
    public async Task Two_hundred_turns_over_twenty_conversations_lose_nothing_and_double_nothing()
    {
        var turns = Enumerable.Range(0, 200).SelectMany(i => new[] { i, i }).Select(i => UntilCommittedAsync(Turn.Key($"c{i % 20}"), $"m{i}"));
        var outcomes = await Task.WhenAll(turns.Select(turn => Task.Run(() => turn, Cancel)));

        Assert.Equal(200, outcomes.OfType<CommitOutcome.Committed>().Count());
        Assert.Equal(200, outcomes.OfType<CommitOutcome.Duplicate>().Count());
        Assert.Equal(200L, await SqlAsync("SELECT COUNT(*) FROM outbox"));
        for (var i = 0; i < 20; i++)
            Assert.Equal(10, (await LoadAsync(Turn.Key($"c{i}"))).Version);
    }

    private async Task<bool> HasSeenAsync(ConversationKey key, string messageId) => (await Store.LoadAsync(key, messageId, Cancel)).Seen;

    private Task<Remembered> LoadAsync(ConversationKey key) => Store.LoadAsync(key, "another message", Cancel);

    private async Task<CommitOutcome> UntilCommittedAsync(ConversationKey key, string messageId)
    {
        while (true)
        {
            var remembered = await LoadAsync(key);
            if (await Store.CommitAsync(Turn.Of(key, messageId, remembered.Version, Turn.Reply(messageId)), Cancel) is var outcome and not CommitOutcome.Conflict)
                return outcome;
        }
    }

    private Task<CommitOutcome> CommitAsync(string messageId, long version, params Effect[] effects) =>
        Store.CommitAsync(Turn.Of(Key, messageId, version, effects), Cancel);

    private Task<IReadOnlyList<OutboxRow>> DueAsync() => Outbox.DueAsync(Now, 100, Cancel);

    private async Task<IEnumerable<string>> DueTextsAsync() => (await DueAsync()).Select(row => Turn.Text(row.Effect));

    private async Task ReopenAsync()
    {
        ((IDisposable)Store).Dispose();
        await InitializeAsync();
    }
}
