namespace TechLeakageBot.Core.Training;

/// <summary>An answer to a contact with what it comes to.</summary>
/// <param name="Acts">Several where it may be taken for either; none for what is no answer, such as small talk or a question to the bot.</param>
public sealed record ReplyExample(string Text, IReadOnlyList<Act> Acts)
{
    /// <summary>The answers that drills offer, in both languages.</summary>
    public static IReadOnlyList<ReplyExample> Of(IEnumerable<Drill> drills) =>
    [
        .. drills.SelectMany(drill => drill.Steps).SelectMany(step => step.Replies)
            .SelectMany(reply => new[] { new ReplyExample(reply.Text.Ja, reply.Acts), new ReplyExample(reply.Text.En, reply.Acts) }),
    ];
}
