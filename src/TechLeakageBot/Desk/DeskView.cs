using TechLeakageBot.Core;

namespace TechLeakageBot.Desk;

/// <summary>What every component of one page knows: who looks, at which address, in which language, and the words for it.</summary>
internal sealed class DeskView(DeskTexts texts)
{
    public Language Language { get; set; }

    /// <summary>Null before the sign-in.</summary>
    public DeskPerson? Person { get; set; }

    /// <summary>Path and query, to come back to after a change of the language.</summary>
    public string Address { get; set; } = DeskFeature.Path;

    /// <summary>Whether another page holds this one in a frame, where no cookie of the desk enters.</summary>
    public bool IsFramed { get; set; }

    /// <summary>As <c>lang</c> attributes name it.</summary>
    public string Lang => Language == Language.Japanese ? "ja" : "en";

    public string this[DeskSay say, params ReadOnlySpan<string> parts] => texts.Current[say, Language, parts];

    public string this[Bilingual text] => text.In(Language);

    /// <summary>The same in the other language, as on the button that changes it.</summary>
    public string InOther(DeskSay say) => texts.Current[say, Language.Other()];
}
