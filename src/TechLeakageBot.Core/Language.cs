namespace TechLeakageBot.Core;

/// <summary>The two languages the bot speaks; everything it says exists in both.</summary>
public enum Language
{
    Japanese,
    English,
}

/// <summary>One text in both languages.</summary>
public sealed record Bilingual(string Ja, string En)
{
    public string In(Language language) => language == Language.Japanese ? Ja : En;
}
