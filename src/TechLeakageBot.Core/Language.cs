namespace TechLeakageBot.Core;

/// <summary>The two languages the bot speaks; everything it says exists in both.</summary>
public enum Language
{
    Japanese,
    English,
}

public static class LanguageExtensions
{
    /// <summary>The other of the two.</summary>
    public static Language Other(this Language language) => language == Language.Japanese ? Language.English : Language.Japanese;
}

/// <summary>One text in both languages.</summary>
public sealed record Bilingual(string Ja, string En)
{
    public string In(Language language) => language == Language.Japanese ? Ja : En;
}
