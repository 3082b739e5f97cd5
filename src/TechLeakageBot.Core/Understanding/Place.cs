namespace TechLeakageBot.Core.Understanding;

/// <summary>A city or prefecture of Japan that a text names.</summary>
/// <param name="Prefecture">Without 県, 府 or 都, as the bureaus list it.</param>
/// <param name="IsSite">Whether the text speaks of it as a site (plant, office), not just in passing.</param>
public sealed record Place(Bilingual Name, string Prefecture, bool IsSite = false);
