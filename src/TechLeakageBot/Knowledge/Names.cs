using System.Text;

namespace TechLeakageBot.Knowledge;

/// <summary>The names of enum members as YAML and JSON write them: start-over for StartOver.</summary>
internal static class Names
{
    public static T? Parse<T>(string name)
        where T : struct, Enum => Of<T>.Places.TryGetValue(name, out var place) ? Of<T>.Values[place] : null;

    public static string Name<T>(this T value)
        where T : struct, Enum => Of<T>.Names[Array.IndexOf(Of<T>.Values, value)];

    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Of<T>.Names);

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

    /// <summary>Arrays, and a dictionary of no type of its own: each that is made for an enum has to be compiled at the start.</summary>
    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Names = Array.ConvertAll(Enum.GetNames<T>(), Kebab);
        public static readonly Dictionary<string, int> Places = Indexed(Names);
    }

    private static Dictionary<string, int> Indexed(string[] names)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            places.Add(names[i], i);
        return places;
    }
}
