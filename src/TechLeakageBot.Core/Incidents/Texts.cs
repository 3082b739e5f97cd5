using System.Globalization;
using System.Text;
using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Core.Incidents;

/// <summary>Takes people's texts into an incident: bounded, well-formed, secrets masked.</summary>
internal sealed class Texts(IReadOnlyList<string> codeWords)
{
    private readonly List<MaskedKind> masked = [];

    /// <summary>What had to be masked so far.</summary>
    public IReadOnlyList<MaskedKind> Masked => [.. masked.Distinct().Order()];

    public Decision Take(string text, Func<string, Decision> accept) =>
        TakeOptional(text, safe => ShowsNothing(safe) ? new Decision.Refused(new Refusal.TextMissing()) : accept(safe));

    public Decision TakeOptional(string text, Func<string, Decision> accept) => text.Length > Incident.LongestText
        ? new Decision.Refused(new Refusal.TextTooLong(Incident.LongestText))
        : accept(Mask(text));

    public static Decision Take(ReferralPack pack, Func<ReferralPack, Decision> accept) =>
        new[] { pack.Facts, pack.Disclosed, pack.Counterpart, pack.Contact }.Any(text => text.Length > Incident.LongestText)
            ? new Decision.Refused(new Refusal.TextTooLong(Incident.LongestText))
            : accept(new ReferralPack(WellFormed.Of(pack.Facts), WellFormed.Of(pack.Disclosed), WellFormed.Of(pack.Counterpart), WellFormed.Of(pack.Contact)));

    /// <summary>Whether there is nothing to read: signs without width are no words.</summary>
    private static bool ShowsNothing(string text) =>
        text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private string Mask(string text)
    {
        var (safe, kinds) = Masking.Apply(WellFormed.Of(text), codeWords);
        masked.AddRange(kinds);
        return safe.Trim();
    }
}
