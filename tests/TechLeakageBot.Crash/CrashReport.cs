namespace TechLeakageBot.Crash;

/// <summary>What a run came to.</summary>
/// <param name="Acknowledged">Reports that a client was told had been taken.</param>
/// <param name="TurnsLost">Of these, those without an incident.</param>
/// <param name="RepliesLost">Of these, those whose person never got the answer.</param>
/// <param name="Doubled">Reports that became more than one incident.</param>
/// <param name="ChatAlertsLost">Incidents that never came to the officer's chat.</param>
/// <param name="MailAlertsLost">Incidents that never came by mail.</param>
/// <param name="Damaged">Times at which SQLite's <c>integrity_check</c> found the database damaged after a kill.</param>
/// <param name="AuditFaults">What the audit's verification found.</param>
/// <param name="Left">Rows that were still in the outbox at the end.</param>
internal sealed record CrashReport(
    int Kills, int Acknowledged, int Incidents, int TurnsLost, int RepliesLost, int Doubled, int ChatAlertsLost, int MailAlertsLost, int Damaged, int AuditFaults, long Left)
{
    public bool IsSound =>
        Acknowledged > 0 && this is { TurnsLost: 0, RepliesLost: 0, Doubled: 0, ChatAlertsLost: 0, MailAlertsLost: 0, Damaged: 0, AuditFaults: 0, Left: 0 };
}
