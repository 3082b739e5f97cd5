using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Training;

/// <summary>Brings reminders into the chat of whoever they are for. What was done meanwhile is not spoken of.</summary>
internal sealed class Reminders(ReplyRoads roads, IChats chats, ITrainees trainees, KnowledgeSource knowledge) : IRoad
{
    public bool Carries(OutboxRow row) => row.Effect is Effect.Remind;

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var (key, known) = (new PersonKey(row.Conversation.Channel, row.Conversation.Person), knowledge.Current);
        var courses = ((Effect.Remind)row.Effect).Courses;
        var open = (await trainees.FindAsync(key, cancel))?.Trainee.Enrolments
            .Where(enrolment => enrolment.Completed is null && courses.Contains(enrolment.Course) && known.Curriculum.Course(enrolment.Course) is not null).ToArray();
        if (open is not { Length: > 0 })
            return new SendOutcome.Sent();

        var cards = new CourseCards(known);
        foreach (var chat in await chats.OfAsync(new ChatAccount(key.Channel, key.Person), cancel))
        {
            var reply = row with { Conversation = chat.Key, Address = chat.Address, Effect = new Effect.Reply(cards.Reminder(open, chat.Language ?? Language.Japanese)) };
            if (roads.For(reply)?.IsPrivate(reply) == true && await roads.SendAsync(reply, cancel) is var outcome and not SendOutcome.Closed)
                return outcome;
        }

        return new SendOutcome.Closed("The person has no open chat with the bot.");
    }
}
