namespace TechLeakageBot.Desk.Pages;

/// <summary>What was typed into the form that assigns a course.</summary>
/// <param name="Person">Empty for a group.</param>
public sealed record AssignForm(string Course, string Site, string Department, string Due, string Channel, string Person);

/// <summary>An assignment to a group, as it is listed.</summary>
/// <param name="Officer">Whoever made it.</param>
public sealed record AssignmentLine(string Course, string? SiteId, string? Department, DateOnly Due, DateTimeOffset At, string Officer);
