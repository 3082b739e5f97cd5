using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Desk;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads the knowledge folder (<c>Knowledge:Path</c>, by default the one shipped beside the program).</summary>
internal sealed class KnowledgeLoader(IConfiguration settings, ILogger<KnowledgeLoader> logger)
{
    public string Path { get; } = System.IO.Path.GetFullPath(
        settings["Knowledge:Path"] is { Length: > 0 } path ? path : System.IO.Path.Combine(AppContext.BaseDirectory, "knowledge"));

    /// <summary>Everything the bot knows, or what is wrong with the files.</summary>
    /// <exception cref="SettingsException">There is no knowledge folder, or nothing in it.</exception>
    public (KnowledgeBase? Knowledge, IReadOnlyList<string> Faults) Load()
    {
        var folder = Open();
        var cache = new ModelCache(Path, logger);
        var kept = Task.Run(() => cache.FileFor(folder));
        var read = Read(folder);
        var file = kept.GetAwaiter().GetResult();
        if (read is not { } parts)
            return (null, folder.Faults);
        var model = cache.Read(file, parts.Material.Labels);
        if (model is null)
        {
            model = ReaderModel.Train(parts.Material.Set(new UtteranceFiles(folder, parts.Material.Catalogue).Read()));
            if (folder.Faults.Count == 0)
                cache.Keep(file, model);
        }

        if (folder.Faults.Count > 0)
            return (null, folder.Faults);
        Log.Loaded(logger, Path, parts.Material.Catalogue.Topics.Count);
        return (new KnowledgeBase(parts.Material.Catalogue, parts.Material.Reader(model), parts.Phrases, parts.Company) { Curriculum = parts.Curriculum }, []);
    }

    /// <summary>Reads every file and every example, and trains nothing.</summary>
    /// <exception cref="SettingsException">There is no knowledge folder, or nothing in it.</exception>
    public (TrainingMaterial? Material, IReadOnlyList<Example> Examples, IReadOnlyList<string> Faults) ReadAll()
    {
        var folder = Open();
        if (Read(folder) is not { } parts)
            return (null, [], folder.Faults);
        var examples = new UtteranceFiles(folder, parts.Material.Catalogue).Read();
        return (parts.Material, examples, folder.Faults);
    }

    /// <summary>Read only where the sentences are whole: some options of questions stand there.</summary>
    private static Curriculum Curriculum(KnowledgeFolder folder, Catalogue catalogue, Phrases phrases)
    {
        if (folder.Faults.Count > 0)
            return Core.Training.Curriculum.Empty;
        var questions = new QuizFiles(folder, catalogue, phrases).Read();
        return new Curriculum(questions, new CourseFiles(folder, catalogue, questions, folder.Files("drills").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>().ToHashSet()).Read());
    }

    private KnowledgeFolder Open()
    {
        var folder = new KnowledgeFolder(Path);
        return !Directory.Exists(Path)
            ? throw new SettingsException($"Knowledge:Path: there is no folder '{Path}'. Point it at the bot's knowledge folder.")
            : folder.Files("cases").Any()
            ? folder
            : throw new SettingsException($"Knowledge:Path: '{Path}' holds no cases/*.yaml, so it is not the bot's knowledge folder. Point it at one.");
    }

    private (TrainingMaterial Material, Phrases Phrases, Company Company, Curriculum Curriculum)? Read(KnowledgeFolder folder)
    {
        // The largest file, and the desk's sentences, which the desk reads when somebody opens it: in folders of their own because faults
        // are kept by one thread.
        var (words, desk) = (new KnowledgeFolder(Path), new KnowledgeFolder(Path));
        var reading = Task.Run(new LexiconFiles(words).Read);
        var checking = Task.Run(() => new PhraseFiles(desk).Read<DeskSay>(PhraseFiles.DeskFolder));
        var handbook = new HandbookFiles(folder).Read();
        var lexicon = reading.GetAwaiter().GetResult();
        if (handbook is not { } catalogue)
            return null;
        folder.Faults.AddRange(words.Faults);
        var company = new CompanyFile(folder, catalogue, settings);
        var phrases = new PhraseFiles(folder).Read();
        var parts = (new TrainingMaterial(catalogue, lexicon, new PlaceFiles(folder, catalogue).Read()), phrases, company.Read(), Curriculum(folder, catalogue, phrases));
        checking.GetAwaiter().GetResult();
        folder.Faults.AddRange(desk.Faults);
        if (company.IsExample)
            Log.ExampleCompany(logger);
        return folder.Faults.Count == 0 ? parts : null;
    }
}
