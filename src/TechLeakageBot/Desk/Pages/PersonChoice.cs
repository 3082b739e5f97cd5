namespace TechLeakageBot.Desk.Pages;

/// <summary>A person to sit down as, in local mode.</summary>
public sealed record PersonChoice(string Id, string Name, string? Role);
