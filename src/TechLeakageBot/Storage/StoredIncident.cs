using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Storage;

/// <summary>Makes incidents of their stored events.</summary>
internal static class StoredIncident
{
    /// <summary>Null where there is no event, or one of them cannot be read or does not follow on the others.</summary>
    /// <param name="fault">The kind of the fault; holds nothing of the text.</param>
    public static Incident? Read(string number, IEnumerable<string> events, out string fault)
    {
        fault = "no events";
        List<Recorded> read = [];
        foreach (var stored in events)
        {
            if (Stored.Read(stored, Stored.Json.Recorded, out fault) is not { } recorded)
                return null;
            read.Add(recorded);
        }

        try
        {
            return IncidentFold.Of(number, read);
        }
        catch (ArgumentException unfitting)
        {
            fault = unfitting.GetType().Name;
            return null;
        }
    }
}
