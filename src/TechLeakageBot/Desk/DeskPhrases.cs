using TechLeakageBot.Core;

namespace TechLeakageBot.Desk;

/// <summary>The desk's own sentences, from <c>knowledge/desk/</c>.</summary>
internal sealed class DeskPhrases(IReadOnlyDictionary<DeskSay, Bilingual> texts) : Phrases<DeskSay>(texts);
