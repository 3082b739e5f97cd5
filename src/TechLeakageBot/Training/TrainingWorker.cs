using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Delivery;
using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Training;

/// <summary>
/// Lets time pass for people's courses: reminds of what is open and renews what a year is over for. When the clock has to look again
/// is stored with each person, so that a restart forgets nobody, and the reminder is written together with it, so that none comes twice.
/// </summary>
internal sealed class TrainingWorker(
    ITrainees trainees, IChats chats, KnowledgeSource knowledge, TrainingBell bell, OutboxBell outboxBell, TimeProvider time, ILogger<TrainingWorker> log)
    : DeadlineWorker(bell, time)
{
    private const int MostAtOnce = 100;

    /// <summary>Does everything that is due.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        while (await trainees.DueAsync(Time.GetUtcNow(), MostAtOnce, cancel) is { Count: > 0 } due)
        {
            var now = Time.GetUtcNow();
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

    protected override TimeSpan LongestSleep => TimeSpan.FromMinutes(10);

    protected override Task WorkAsync(CancellationToken cancel) => SweepAsync(cancel);

    protected override Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => trainees.NextDueAsync(cancel);

    protected override void LogFault(string fault, TimeSpan wait) => log.TrainingFault(fault, wait);

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
