using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Desk.Pages;

/// <summary>A text as it was typed into a form.</summary>
internal static class FormText
{
    /// <summary>Browsers send two characters for the end of a line but count one against <c>maxlength</c>, so the text is cleaned before it is measured.</summary>
    public static string Of(string? sent) => WellFormed.Of(sent ?? "");
}
