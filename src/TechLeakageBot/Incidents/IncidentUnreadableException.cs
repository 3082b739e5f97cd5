namespace TechLeakageBot.Incidents;

/// <summary>The stored events of an incident cannot be read, or do not follow on one another. What waits for it must go on waiting.</summary>
internal sealed class IncidentUnreadableException(string number) : Exception($"{number} cannot be read; run `audit verify`.");
