using System.Text.Json;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Storage;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Storage;

/// <summary>What every store promises of incidents, whatever the database.</summary>
public abstract class IncidentContract : IAsyncLifetime
{
    private static readonly Actor Officer = new Actor.AnOfficer("hanako@example.co.jp");
    private static readonly Actor Reporter = new Actor.TheReporter();
    private static readonly Actor Clock = new Actor.TheClock();

    private protected IIncidents Incidents { get; private set; } = null!;

    private IOutbox Outbox => (IOutbox)Incidents;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An open store on the test's own database.</summary>
    private protected abstract Task<IIncidents> OpenAsync();

    public async ValueTask InitializeAsync() => Incidents = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        ((IDisposable)Incidents).Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_kind_of_event_comes_back_as_it_was()
    {
        var date = new NextDate(new DateOnly(2026, 12, 1), "call <b>\"&'\u0000😀");
        (Actor By, IncidentEvent Event)[] all =
        [
            (Reporter, Reported.Opened("図面") with { Level = Severity.Caution, Contacts = [new ContactTrace(TraceKind.Domain, "00ff")] }),
            (Reporter, new IncidentEvent.Raised(Severity.Serious, [Reason.Out], [Signal.Stranger], "図面を送った", [])),
            (Reporter, new IncidentEvent.Placed(null, null, "東京")),
            (Reporter, new IncidentEvent.DetailAdded("more")),
            (Reporter, new IncidentEvent.Withdrawn("why")),
            (Officer, new IncidentEvent.Acknowledged()),
            (Officer, new IncidentEvent.Asked("who?")),
            (Reporter, new IncidentEvent.Answered("him")),
            (Officer, new IncidentEvent.Noted("note")),
            (Officer, new IncidentEvent.Assigned("ichiro@example.co.jp")),
            (Officer, new IncidentEvent.NextDateSet(date)),
            (Officer, new IncidentEvent.OthersConsulted(Consulted.Police, "note")),
            (Officer, new IncidentEvent.PackEdited(new ReferralPack("facts", "", "counterpart", "contact"))),
            (Officer, new IncidentEvent.PackApproved()),
            (Clock, new IncidentEvent.Escalated(LadderStep.Deputies)),
            (Clock, new IncidentEvent.DateCame(date)),
            (Clock, new IncidentEvent.Stalled()),
            (Officer, new IncidentEvent.Closed(Outcome.NoLeak, "measures")),
            (Officer, new IncidentEvent.Reopened("why")),
        ];
        Assert.Equal(
            typeof(IncidentEvent).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
            all.Select(one => one.Event.GetType().Name).Order(StringComparer.Ordinal));
        Recorded[] events = [.. all.Select((one, i) => new Recorded(i + 1, Reported.At.AddMinutes(i), one.By, one.Event))];

        await CommitAsync(IncidentChange.Of(Reported.Number, before: null, events, Company.Unknown));

        var found = await Incidents.FindAsync(Reported.Number, Cancel);
        Assert.Equal(events.Select(Json), found!.Timeline.Select(Json));
        Assert.Equal((events.Length, "図面を送った", Phase.InProgress), (found.Version, found.Summary, found.Phase));
        static string Json(Recorded recorded) => JsonSerializer.Serialize(recorded, Stored.Json.Recorded);
    }

    [Fact]
    public async Task An_event_that_came_in_between_is_a_conflict_and_writes_nothing()
    {
        var incident = await CommitAsync(Reported.Change());
        await CommitAsync(Reported.Next(incident, new IncidentEvent.Acknowledged()));
        var before = await Incidents.DigestAsync(Cancel);
        var waiting = await Outbox.StateAsync(Cancel);

        Assert.False(await Incidents.CommitAsync(Reported.Next(incident, new IncidentEvent.DetailAdded("late"), Reporter), Reported.At, Cancel));

        Assert.Equal(2, (await Incidents.FindAsync(Reported.Number, Cancel))!.Version);
        Assert.Equal(before!.Sequence, (await Incidents.DigestAsync(Cancel))!.Sequence);
        var after = await Outbox.StateAsync(Cancel);
        Assert.Equal((waiting.Alerts, waiting.Others), (after.Alerts, after.Others));
    }

    [Fact]
    public async Task A_number_is_taken_once_and_counts_on_within_its_year()
    {
        Assert.Equal("TL-2026-0001", await Incidents.NextNumberAsync(2026, Cancel));
        await CommitAsync(Reported.Change("TL-2026-0001", Reported.Opened("words")));
        Assert.False(await Incidents.CommitAsync(Reported.Change("TL-2026-0001", Reported.Opened("another")), Reported.At, Cancel));
        Assert.Equal("words", (await Incidents.FindAsync("TL-2026-0001", Cancel))!.Summary);
        await CommitAsync(Reported.Change("TL-2026-0002"));

        Assert.Equal("TL-2026-0003", await Incidents.NextNumberAsync(2026, Cancel));
        Assert.Equal("TL-2027-0001", await Incidents.NextNumberAsync(2027, Cancel));
        Assert.Null(await Incidents.FindAsync("TL-2026-0003", Cancel));
        Assert.Equal(["TL-2026-0002", "TL-2026-0001"], (await Incidents.ListAsync(Cancel)).Select(line => line.Number));
    }

    [Fact]
    public async Task What_is_due_is_listed_longest_waiting_first()
    {
        Assert.Null(await Incidents.NextDueAsync(Cancel));
        await CommitAsync(Reported.Change("TL-2026-0001") with { Due = Reported.At.AddMinutes(2) });
        await CommitAsync(Reported.Change("TL-2026-0002") with { Due = Reported.At.AddMinutes(1) });
        await CommitAsync(Reported.Change("TL-2026-0003") with { Due = null });

        Assert.Equal(Reported.At.AddMinutes(1), await Incidents.NextDueAsync(Cancel));
        Assert.Empty(await Incidents.DueAsync(Reported.At, Cancel));
        Assert.Equal(["TL-2026-0002"], await Incidents.DueAsync(Reported.At.AddMinutes(1), Cancel));
        Assert.Equal(["TL-2026-0002", "TL-2026-0001"], await Incidents.DueAsync(Reported.At.AddMinutes(2), Cancel));

        await Incidents.SetDueAsync("TL-2026-0002", null, Cancel);
        Assert.Equal(Reported.At.AddMinutes(2), await Incidents.NextDueAsync(Cancel));
    }

    [Fact]
    public async Task An_anonymous_report_is_found_by_its_seal_alone()
    {
        await CommitAsync(Reported.Change(opened: Reported.Opened("sealed") with { Reporter = null, Seal = "seal" }));
        await CommitAsync(Reported.Change("TL-2026-0002"));

        Assert.Equal("sealed", (await Incidents.BySealAsync("seal", Cancel))?.Summary);
        Assert.Null(await Incidents.BySealAsync("other", Cancel));
        Assert.Null(await Incidents.BySealAsync("", Cancel));
    }

    [Fact]
    public async Task A_contact_counts_each_other_incident_once_by_kind_and_hash()
    {
        ContactTrace domain = new(TraceKind.Domain, "aa"), handle = new(TraceKind.Handle, "bb");
        await MetAsync("TL-2026-0001", domain, handle);
        Assert.Equal(0, await Incidents.EarlierOfContactAsync("TL-2026-0001", Cancel));
        await MetAsync("TL-2026-0002", domain, handle);
        await MetAsync("TL-2026-0003", handle);
        await MetAsync("TL-2026-0004", new ContactTrace(TraceKind.Mail, "aa"));

        Assert.Equal(2, await Incidents.EarlierOfContactAsync("TL-2026-0001", Cancel));
        Assert.Equal(2, await Incidents.EarlierOfContactAsync("TL-2026-0003", Cancel));
        Assert.Equal(0, await Incidents.EarlierOfContactAsync("TL-2026-0004", Cancel));
    }

    [Fact]
    public async Task Chat_alerts_of_a_site_keep_their_order_and_mails_wait_for_nobody()
    {
        await CommitAsync(Reported.Change("TL-2026-0001", Reported.Opened(site: "osaka")));
        await CommitAsync(Reported.Change("TL-2026-0002", Reported.Opened(site: "osaka")));
        await CommitAsync(Reported.Change("TL-2026-0003", Reported.Opened(site: "kobe")));

        var due = await Outbox.DueAsync(Reported.At, 100, Cancel);
        Assert.Equal(["0001 Chat", "0001 Mail", "0002 Mail", "0003 Chat", "0003 Mail"], Alerts(due));
        await Outbox.DeliveredAsync(due[0].Id, Cancel);
        Assert.Equal(["0001 Mail", "0002 Chat", "0002 Mail", "0003 Chat", "0003 Mail"], Alerts(await Outbox.DueAsync(Reported.At, 100, Cancel)));
        static IEnumerable<string> Alerts(IEnumerable<OutboxRow> rows) => rows.Select(row => row.Effect).OfType<Effect.Alert>().Select(alert => $"{alert.Number[8..]} {alert.Road}");
    }

    private async Task<Incident> CommitAsync(IncidentChange change)
    {
        Assert.True(await Incidents.CommitAsync(change, Reported.At, Cancel));
        return change.After;
    }

    private Task<Incident> MetAsync(string number, params IReadOnlyList<ContactTrace> contacts) => CommitAsync(Reported.Change(number, Reported.Opened() with { Contacts = contacts }));
}
