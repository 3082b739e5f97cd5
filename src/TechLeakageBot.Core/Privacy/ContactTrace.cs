namespace TechLeakageBot.Core.Privacy;

/// <summary>What would show a contact again in another report, without telling who it is to whoever lacks the key.</summary>
/// <param name="Hash">The first 16 bytes of the keyed hash of the kind and the normal spelling, in lower hex.</param>
public sealed record ContactTrace(TraceKind Kind, string Hash);

/// <summary>Its order is the order in which traces are listed. Its names go into the hashes: to rename one is to forget its traces.</summary>
public enum TraceKind
{
    /// <summary>Of a firm's mail or web: as registered, without what stands before (mail.example.co.jp is example.co.jp).</summary>
    Domain,

    /// <summary>A whole address, where the domain is a provider's and tells nothing.</summary>
    Mail,

    /// <summary>A name on a social network or messenger, whichever it is: people often have one name on several.</summary>
    Handle,
    Telephone,

    /// <summary>A firm's name without its legal form.</summary>
    Company,
}
