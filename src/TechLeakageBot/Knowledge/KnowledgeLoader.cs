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
        var kept = Task.Run(() => (Reader: cache.FileFor(folder, ModelKind.Reader), Replies: cache.FileFor(folder, ModelKind.Replies)));
        var read = Read(folder);
        var files = kept.GetAwaiter().GetResult();
        if (read is not { } parts)
            return (null, folder.Faults);
        var model = cache.Read(files.Reader, (length, next) => ReaderModel.Read(length, next, parts.Material.Labels));
        if (model is null)
        {
            model = ReaderModel.Train(parts.Material.Set(new UtteranceFiles(folder, parts.Material.Catalogue).Read()));
            if (folder.Faults.Count == 0)
                cache.Keep(files.Reader, model.Write);
        }

        var judge = cache.Read(files.Replies, ReplyJudge.Read);
        if (judge is null)
        {
            judge = ReplyJudge.Train([.. new ReplyFiles(folder).Read(), .. ReplyExample.Of(parts.Curriculum.Drills)]);
            if (folder.Faults.Count == 0)
                cache.Keep(files.Replies, judge.Write);
        }

        if (folder.Faults.Count > 0)
            return (null, folder.Faults);
        Log.Loaded(logger, Path, parts.Material.Catalogue.Topics.Count);
        var reader = parts.Material.Reader(model);
        return (new KnowledgeBase(parts.Material.Catalogue, reader, parts.Phrases, parts.Company) { Curriculum = parts.Curriculum with { Judge = judge } }, []);
    }

    /// <summary>Reads every file and every example, and trains nothing.</summary>
    /// <exception cref="SettingsException">There is no knowledge folder, or nothing in it.</exception>
    public KnowledgeContent ReadAll()
    {
        var folder = Open();
        if (Read(folder) is not { } parts)
            return new KnowledgeContent(null, [], folder.Faults);
        var examples = new UtteranceFiles(folder, parts.Material.Catalogue).Read();
        return new KnowledgeContent(parts.Material, examples, folder.Faults) { Curriculum = parts.Curriculum, Replies = new ReplyFiles(folder).Read() };
    }

    /// <summary>Read only where the sentences are whole: some options of questions stand there.</summary>
    private static Curriculum Curriculum(KnowledgeFolder folder, Catalogue catalogue, Phrases phrases, IReadOnlyList<Drill> drills)
    {
        if (folder.Faults.Count > 0)
            return Core.Training.Curriculum.Empty;
        var questions = new QuizFiles(folder, catalogue, phrases).Read();
        return new Curriculum(questions, new CourseFiles(folder, catalogue, questions, drills).Read(), drills, ReplyJudge.KnowsNothing);
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
        var played = new KnowledgeFolder(Path);
        var drills = Task.Run(new DrillFiles(played, catalogue).Read);
        var company = new CompanyFile(folder, catalogue, settings);
        var phrases = new PhraseFiles(folder).Read();
        var material = new TrainingMaterial(catalogue, lexicon, new PlaceFiles(folder, catalogue).Read());
        var parts = (material, phrases, company.Read(), Curriculum(folder, catalogue, phrases, drills.GetAwaiter().GetResult()));
        checking.GetAwaiter().GetResult();
        folder.Faults.AddRange([.. desk.Faults, .. played.Faults]);
        if (company.IsExample)
            Log.ExampleCompany(logger);
        return folder.Faults.Count == 0 ? parts : null;
    }
}
