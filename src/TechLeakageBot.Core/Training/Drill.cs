namespace TechLeakageBot.Core.Training;

/// <summary>A branching role-play: the bot speaks for a contact, the trainee answers.</summary>
/// <param name="Topic">The id of the topic that it is about.</param>
/// <param name="Difficulty">1 easy to 3 hard.</param>
/// <param name="Pages">Of the handbook.</param>
/// <param name="Setting">Where the trainee is, and who writes.</param>
/// <param name="Contact">Who the contact seems to be.</param>
/// <param name="Start">The id of the first step.</param>
/// <param name="Steps">A graph without a cycle; each step can be reached.</param>
public sealed record Drill(
    string Id,
    Bilingual Title,
    string Topic,
    IReadOnlyList<TrainingAudience> Audience,
    int Difficulty,
    IReadOnlyList<int> Pages,
    Bilingual Setting,
    Bilingual Contact,
    string Start,
    IReadOnlyList<DrillStep> Steps,
    IReadOnlyList<DrillEnding> Endings)
{
    public DrillStep? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    public DrillEnding? Ending(string? id) => Endings.FirstOrDefault(ending => ending.Id == id);

    public DrillRun Begin(int number, string? course) => new(number, Id, Start, [], course);

    /// <summary>
    /// Whether the moves of a run still lead from the start to the step it waits at. They do not where the drill was edited
    /// meanwhile in a way that could make the result a wrong one.
    /// </summary>
    public bool Holds(DrillRun run)
    {
        var at = Start;
        foreach (var move in run.Moves)
        {
            if (move.Step != at || Step(at)?.For(move.Act)?.Next is not { } next)
                return false;
            at = next;
        }

        return at == run.Step && Step(at) is not null;
    }

    /// <summary>What a run that <see cref="Holds"/> comes to by the next act.</summary>
    public DrillProgress Advance(DrillRun run, Act act)
    {
        var reply = Step(run.Step)?.For(act) ?? throw new ArgumentException($"Drill '{Id}' has no answer {act} at '{run.Step}'.", nameof(run));
        IReadOnlyList<DrillMove> moves = [.. run.Moves, new DrillMove(run.Step, act)];
        return reply.Next is { } next
            ? new DrillProgress.GoesOn(run with { Step = next, Moves = moves })
            : new DrillProgress.Ended(Ending(reply.End) ?? throw new ArgumentException($"Drill '{Id}' has no ending '{reply.End}'.", nameof(run)), moves);
    }
}

/// <summary>Something the contact says, and what can be answered.</summary>
/// <param name="Sign">The warning sign that is in the words.</param>
/// <param name="Better">A good answer.</param>
/// <param name="Replies">Together they cover every act, each act once.</param>
public sealed record DrillStep(string Id, Bilingual Says, Bilingual Sign, Bilingual Better, IReadOnlyList<DrillReply> Replies)
{
    public DrillReply? For(Act act) => Replies.FirstOrDefault(reply => reply.Acts.Contains(act));
}

/// <summary>One answer, for every free wording that comes to one of its acts.</summary>
/// <param name="Gave">What was given away by it; only and always with <see cref="Act.Gave"/>.</param>
/// <param name="Next">The step it leads to; null where it ends the drill.</param>
/// <param name="End">The ending it leads to; null where the drill goes on.</param>
public sealed record DrillReply(IReadOnlyList<Act> Acts, Bilingual Text, Bilingual? Gave, string? Next, string? End);

/// <summary>How a drill ends.</summary>
/// <param name="Lesson">One sentence to remember.</param>
public sealed record DrillEnding(string Id, DrillResult Result, Bilingual Text, Bilingual Lesson);

/// <summary>What an answer in a drill leads to.</summary>
public abstract record DrillProgress
{
    private DrillProgress()
    {
    }

    public sealed record GoesOn(DrillRun Run) : DrillProgress;

    /// <param name="Moves">Everything that was done, for the debrief.</param>
    public sealed record Ended(DrillEnding Ending, IReadOnlyList<DrillMove> Moves) : DrillProgress;
}
