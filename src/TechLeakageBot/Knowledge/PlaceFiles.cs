using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>contacts/places.yaml</c>: prefectures with their cities, and names that are also everyday words.</summary>
internal sealed class PlaceFiles(KnowledgeFolder folder, Catalogue catalogue)
{
    public const string File = "contacts/places.yaml";

    public Gazetteer Read()
    {
        var places = new List<Place>();
        var guarded = new List<string>();
        if (folder.Entry(File) is not { } file)
            return new Gazetteer([], []);
        guarded.AddRange(file.Texts("everyday_words"));
        foreach (var entry in file.Entries("prefectures"))
        {
            var prefecture = entry.Text("ja");
            if (catalogue.BureauOf(prefecture) is null)
                entry.Wrong("ja", $"found '{prefecture}', expected a prefecture that a bureau serves", 0);
            places.Add(new Place(new Bilingual(prefecture, entry.Text("en")), prefecture));
            if (entry.Entry("cities") is { } cities)
                places.AddRange(cities.Keys.Select(city => new Place(new Bilingual(city, cities.Text(city)), prefecture)));
            entry.Done();
        }

        file.Done();
        return new Gazetteer(places, guarded);
    }
}
