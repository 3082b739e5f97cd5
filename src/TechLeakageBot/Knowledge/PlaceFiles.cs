using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>contacts/places.yaml</c>: prefectures with their cities, regions, and names that are also everyday words.</summary>
internal sealed class PlaceFiles(KnowledgeFolder folder, Catalogue catalogue)
{
    public const string File = "contacts/places.yaml";

    public Gazetteer Read()
    {
        var places = new List<Place>();
        var guarded = new List<string>();
        if (folder.Entry(File) is not { } file)
            return new Gazetteer([], [], []);
        guarded.AddRange(file.Texts("everyday_words"));
        foreach (var entry in file.Entries("prefectures"))
        {
            var prefecture = Prefecture(entry, "ja");
            places.Add(new Place(new Bilingual(prefecture, entry.Text("en")), prefecture));
            if (entry.Entry("cities") is { } cities)
                places.AddRange(cities.Keys.Select(city => new Place(new Bilingual(city, cities.Text(city)), prefecture)));
            entry.Done();
        }

        var regions = file.Entries("regions").Select(Region).ToArray();
        file.Done();
        return new Gazetteer(places, regions, guarded);
    }

    private Place Region(YamlEntry entry)
    {
        var prefecture = Prefecture(entry, "prefecture");
        return new Place(entry.AsBilingual(), prefecture);
    }

    private string Prefecture(YamlEntry entry, string key)
    {
        var prefecture = entry.Text(key);
        return catalogue.BureauOf(prefecture) is null
            ? entry.Wrong(key, $"found '{prefecture}', expected a prefecture that a bureau serves", prefecture)
            : prefecture;
    }
}
