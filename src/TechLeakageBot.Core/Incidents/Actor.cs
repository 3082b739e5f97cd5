using System.Text.Json.Serialization;

namespace TechLeakageBot.Core.Incidents;

/// <summary>Who did something about an incident.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "actor")]
[JsonDerivedType(typeof(TheReporter), "reporter")]
[JsonDerivedType(typeof(AnOfficer), "officer")]
[JsonDerivedType(typeof(TheClock), "clock")]
public abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>The person who reported it. Who that is stands in <see cref="Incident.Reporter"/>, or nowhere.</summary>
    public sealed record TheReporter : Actor;

    /// <param name="Id">The officer's <see cref="Officer.Id"/>.</param>
    public sealed record AnOfficer(string Id) : Actor;

    /// <summary>Nobody: a date or a deadline came.</summary>
    public sealed record TheClock : Actor;
}
