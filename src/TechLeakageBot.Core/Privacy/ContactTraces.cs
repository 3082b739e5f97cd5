namespace TechLeakageBot.Core.Privacy;

public static class ContactTraces
{
    public static IReadOnlyList<ContactTrace> Find(string text, ReadOnlySpan<byte> key) => [];
}
