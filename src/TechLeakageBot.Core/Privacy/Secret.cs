namespace TechLeakageBot.Core.Privacy;

/// <summary>Where in a text something secret stands.</summary>
internal readonly record struct Secret(MaskedKind Kind, int Start, int Length);
