using System.Text;

namespace TechLeakageBot.Knowledge;

/// <summary>The names of enum members as YAML and JSON write them: start-over for StartOver.</summary>
internal static class Names
{
    public static T? Parse<T>(string name)
        where T : struct, Enum => Of<T>.ByName.TryGetValue(name, out var value) ? value : null;

    public static string Name<T>(this T value)
        where T : struct, Enum => Of<T>.ByValue[value];

    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Of<T>.ByName.Keys);

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => Kebab(v.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
