namespace TechLeakageBot.Desk.Pages;

/// <summary>What was typed into one of an incident's forms, shown again where it was refused.</summary>
/// <param name="Act">Which form.</param>
public sealed record IncidentForm(string Act, string Text, string? To, string? On, string? Whom, string? Outcome);
