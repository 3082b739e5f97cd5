using TechLeakageBot.Hosting;

namespace TechLeakageBot.Incidents;

/// <summary>Rung when an incident was changed, so that the ladder looks at its deadlines anew.</summary>
internal sealed class IncidentBell : Bell;
