using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core;

/// <summary>Everything the bot knows at one moment. An edit of the files makes a new one.</summary>
public sealed record KnowledgeBase(Catalogue Handbook, Reader Reader, Phrases Phrases, Company Company);
