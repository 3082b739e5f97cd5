using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>cases/</c>, <c>measures/</c>, <c>guides/</c> and <c>contacts/</c>.</summary>
internal sealed class HandbookFiles(KnowledgeFolder folder)
{
    private const string BureausFile = "contacts/bureaus.yaml";

    private readonly Dictionary<string, string> where = new(StringComparer.Ordinal);

    public Catalogue? Read()
    {
        var topics = new List<Topic>();
        foreach (var (entry, read) in Entries("cases", Case).Concat(Entries("measures", Measure)).Concat(Entries("guides", Guide)).Concat(Entries("contacts", Contact)))
        {
            var topic = read(entry);
            entry.Done();
            if (where.TryAdd(topic.Id, entry.Where))
                topics.Add(topic);
            else
                folder.Faults.Add($"{entry.Where}: id '{topic.Id}' is taken already at {where[topic.Id]}, expected a new one");
        }

        var bureaus = folder.Entries(BureausFile).Select(Bureau).ToArray();
        CheckReferences(topics);
        CheckBureaus(bureaus);
        return folder.Faults.Count == 0 ? new Catalogue(topics, bureaus) : null;
    }

    private IEnumerable<(YamlEntry Entry, Func<YamlEntry, Topic> Read)> Entries(string under, Func<YamlEntry, Topic> read) => folder
        .Files(under)
        .Where(file => file is not (BureausFile or PlaceFiles.File))
        .Select(folder.Entry)
        .OfType<YamlEntry>()
        .Select(entry => (entry, read));

    private static CaseStudy Case(YamlEntry entry)
    {
        return new CaseStudy(
            entry.Text("id"),
            entry.Choice<Area>("area"),
            entry.Bilingual("title"),
            entry.Bilingual("summary"),
            entry.Numbers("pages"),
            entry.Bilingual("story"),
            entry.Bilingual("ending"),
            entry.Bilinguals("signs"),
            Actions(entry),
            entry.Bilinguals("whom_to_tell"),
            entry.Bilinguals("questions"),
            entry.Texts("measures"));
    }

    private static Measure Measure(YamlEntry entry)
    {
        return new Measure(
            entry.Text("id"),
            entry.Choice<Area>("area"),
            entry.Number("number"),
            entry.Bilingual("title"),
            entry.Bilingual("summary"),
            entry.Numbers("pages"),
            entry.Texts("guidance_pages"),
            entry.Bilingual("what"),
            entry.Bilingual("why"),
            entry.Bilinguals("how"),
            entry.Bilingual("first_step"),
            Actions(entry),
            entry.Bilingual("check"),
            entry.Texts("related"));
    }

    private static Guide Guide(YamlEntry entry) => new(
        entry.Text("id"),
        entry.Choice<Area>("area"),
        entry.Bilingual("title"),
        entry.Bilingual("summary"),
        entry.Numbers("pages"),
        entry.Bilinguals("points"),
        Actions(entry),
        entry.Texts("related"));

    private static Contact Contact(YamlEntry entry)
    {
        return new Contact(
            entry.Text("id"),
            entry.Choice<Area>("area"),
            entry.Bilingual("title"),
            entry.Bilingual("summary"),
            entry.Numbers("pages"),
            entry.Bilinguals("points"),
            entry.Has("entries") ? [.. entry.Entries("entries").Select(ContactEntry)] : [],
            entry.Texts("related"));
    }

    private static ContactEntry ContactEntry(YamlEntry entry)
    {
        var url = entry.Optional("url");
        if (url is not null && !Uri.IsWellFormedUriString(url, UriKind.Absolute))
            url = entry.Wrong<string?>("url", $"found '{url}', expected an absolute address", null);
        var contact = new ContactEntry(
            entry.Bilingual("name"),
            entry.Optional("tel"),
            entry.Optional("extension"),
            entry.Optional("mail"),
            url is null ? null : new Uri(url),
            entry.OptionalBilingual("address"));
        entry.Done();
        return contact;
    }

    private static Bureau Bureau(YamlEntry entry)
    {
        var bureau = new Bureau(
            entry.Text("id"),
            entry.Bilingual("name"),
            entry.Bilingual("section"),
            entry.Text("tel"),
            entry.Text("mail"),
            entry.Numbers("pages"),
            entry.Bilinguals("prefectures"));
        entry.Done();
        return bureau;
    }

    private static Actions Actions(YamlEntry entry) => new(Lines(entry, "do_now"), Lines(entry, "do_not"));

    private static ActionLine[] Lines(YamlEntry entry, string key) => [.. (entry.Has(key) ? entry.Entries(key) : []).Select(Line)];

    private static ActionLine Line(YamlEntry line)
    {
        var (severities, reasons) = (new List<Severity>(), new List<Reason>());
        foreach (var moment in line.OptionalTexts("when") ?? [])
        {
            if (Names.Parse<Severity>(moment) is { } severity)
                severities.Add(severity);
            else if (Names.Parse<Reason>(moment) is { } reason)
                reasons.Add(reason);
            else
                line.Wrong("when", $"found '{moment}', expected {Names.All<Severity>()}, {Names.All<Reason>()}", 0);
        }

        return new ActionLine(line.AsBilingual(), severities, reasons);
    }

    private void CheckReferences(IEnumerable<Topic> topics)
    {
        foreach (var topic in topics)
        {
            foreach (var related in topic.Related.Where(id => !where.ContainsKey(id)))
                folder.Faults.Add($"{where[topic.Id]}: '{related}' is named, but nothing has this id");
        }
    }

    private void CheckBureaus(Bureau[] bureaus)
    {
        foreach (var twice in bureaus.SelectMany(b => b.Prefectures).GroupBy(p => p.Ja).Where(p => p.Count() > 1))
            folder.Faults.Add($"{BureausFile}:1: '{twice.Key}' stands at two bureaus, expected one");
        if (bureaus.Length != Catalogue.BureauCount)
            folder.Faults.Add($"{BureausFile}:1: found {bureaus.Length} bureaus, expected {Catalogue.BureauCount}");
    }
}
