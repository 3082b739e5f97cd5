namespace TechLeakageBot.Storage;

/// <summary>The folder for what must survive a restart and lies outside the database.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record DataFolder(string Path);
