using TechLeakageBot.Core;

namespace TechLeakageBot.Knowledge;

/// <summary>The knowledge in force. Replaced as a whole when the files change; the last good one stays when an edit is broken.</summary>
internal sealed class KnowledgeSource(KnowledgeBase first)
{
    private volatile KnowledgeBase current = first;

    public KnowledgeBase Current => current;

    public void Replace(KnowledgeBase next) => current = next;
}
