namespace TechLeakageBot.Core.Incidents;

/// <summary>What an officer does about an incident, from chat or from the desk. Texts come from outside: of any length, holding anything.</summary>
public abstract record OfficerAction
{
    private OfficerAction()
    {
    }

    public sealed record Acknowledge : OfficerAction;

    public sealed record Ask(string Text) : OfficerAction;

    public sealed record Note(string Text) : OfficerAction;

    /// <param name="To">The <see cref="Officer.Id"/> of an officer or a deputy.</param>
    public sealed record Assign(string To) : OfficerAction;

    public sealed record SetNextDate(DateOnly On, string Why) : OfficerAction;

    public sealed record Consult(Consulted Whom, string Words) : OfficerAction;

    public sealed record Close(Outcome Outcome, string Measures) : OfficerAction;

    public sealed record Reopen(string Why) : OfficerAction;

    public sealed record EditPack(ReferralPack Pack) : OfficerAction;

    public sealed record ApprovePack : OfficerAction;
}

/// <summary>What comes of an action.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <param name="Events">In order; empty where it was so already.</param>
    /// <param name="Masked">What had to be masked in the texts.</param>
    public sealed record Accepted(IReadOnlyList<Recorded> Events, IReadOnlyList<Privacy.MaskedKind> Masked) : Decision;

    public sealed record Refused(Refusal Why) : Decision;
}

/// <summary>Why an action is refused. Nothing was changed.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The person is no officer of the incident's site.</summary>
    public sealed record NotAnOfficer : Refusal;

    /// <summary>The incident is closed; it would have to be reopened first.</summary>
    public sealed record IsClosed(Closing Closing) : Refusal;

    public sealed record IsNotClosed : Refusal;

    /// <summary>Another officer did this before.</summary>
    public sealed record DoneAlready(string By, DateTimeOffset At) : Refusal;

    public sealed record TextMissing : Refusal;

    public sealed record TextTooLong(int Longest) : Refusal;

    /// <summary>The incident is given to somebody who is no officer of its site.</summary>
    public sealed record UnknownOfficer : Refusal;

    /// <summary>The day has come already, or is more than a year away.</summary>
    public sealed record DateOutOfRange : Refusal;

    /// <summary>An anonymous reporter reads the question only when coming back with the token, and this report has none.</summary>
    public sealed record ReporterUnreachable : Refusal;

    public sealed record NoPack : Refusal;
}
