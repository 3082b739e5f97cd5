namespace TechLeakageBot.Incidents;

/// <summary>Names of the keys that the store keeps for incidents.</summary>
internal static class IncidentKeys
{
    /// <summary>Keys the hashes by which contacts are known again.</summary>
    public const string Contacts = "contacts";
}
