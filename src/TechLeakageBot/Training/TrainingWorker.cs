using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Delivery;
using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Training;

/// <summary>
/// Lets time pass for people's courses: reminds of what is open and renews what a year is over for. When the clock has to look again
/// is stored with each person, so that a restart forgets nobody, and the reminder is written together with it, so that none comes twice.
/// </summary>
internal sealed class TrainingWorker(
    ITrainees trainees, IChats chats, KnowledgeSource knowledge, TrainingBell bell, OutboxBell outboxBell, TimeProvider time, ILogger<TrainingWorker> log) : BackgroundService
{
    private const int MostAtOnce = 100;

    /// <summary>Looks again after so long even where nothing rings, as after a jump of the clock.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    /// <summary>Does everything that is due.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        while (await trainees.DueAsync(time.GetUtcNow(), MostAtOnce, cancel) is { Count: > 0 } due)
        {
            var now = time.GetUtcNow();
            List<TraineeChange> changes = [];
            foreach (var person in due)
                changes.Add(await ChangeOfAsync(person, now, cancel));
            if (!await trainees.WriteAsync(changes, assignment: null, now, cancel))
            {
                // Somebody practises just now. The others must not wait for that, and the next round sees what it came to.
                foreach (var change in changes)
                    await trainees.WriteAsync([change], assignment: null, now, cancel);
            }

            if (changes.Any(change => change.Reminder is not null))
                outboxBell.Ring();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var faults = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await SweepAsync(stoppingToken);
                faults = 0;
                await SleepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (StoreFaults.Has(fault))
            {
                var wait = Backoff.Wait(faults++, after: null, Random.Shared.NextDouble());
                log.TrainingFault(fault.GetType().Name, wait);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SleepAsync(CancellationToken stopping)
    {
        var next = await trainees.NextDueAsync(stopping);
        var sleep = next is { } due && due - time.GetUtcNow() < LongestSleep ? due - time.GetUtcNow() : LongestSleep;
        await bell.SleepAsync(sleep, time, stopping);
    }

    /// <summary>Who has never written to the bot cannot be reached: nothing counts as said, and tomorrow is another day.</summary>
    private async Task<TraineeChange> ChangeOfAsync(StoredTrainee person, DateTimeOffset now, CancellationToken cancel)
    {
        var curriculum = knowledge.Current.Curriculum;
        var (after, courses) = TrainingClock.Advance(person.Trainee, curriculum, now);
        if (courses.Count == 0)
            return new TraineeChange(person with { Trainee = after }, TrainingClock.Due(after, curriculum));
        return (await chats.OfAsync(new ChatAccount(person.Key.Channel, person.Key.Person), cancel)).Count == 0
            ? new TraineeChange(person, TrainingClock.NextMorning(now))
            : new TraineeChange(person with { Trainee = after }, TrainingClock.Due(after, curriculum), new Effect.Remind(courses));
    }
}
