using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>
/// Keeps the trained model by the content of what it was trained on, in the user's own folder for such things (nobody else may
/// write there: a planted model could make the bot blind).
/// </summary>
internal sealed class ModelCache(string knowledgePath, ILogger logger)
{
    private static readonly string[] TrainedOn = ["cases", "measures", "guides", "contacts", "lexicon", "utterances"];

    private static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } own ? own : "data",
        "TechLeakageBot",
        "models");

    /// <summary>The model for what the folder holds now: kept, or trained by <paramref name="train"/> and then kept.</summary>
    public ReaderModel Get(KnowledgeFolder folder, Labels labels, Func<ReaderModel> train)
    {
        var file = Path.Combine(Folder, $"{ContentHash(folder)}.model");
        if (Read(file, labels) is { } kept)
            return kept;
        var model = train();
        if (folder.Faults.Count == 0)
            Keep(file, model);
        return model;
    }

    private string ContentHash(KnowledgeFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(ReaderModel.Format.ToString(CultureInfo.InvariantCulture)));
        foreach (var file in TrainedOn.SelectMany(folder.Files))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file}\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(knowledgePath, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private ReaderModel? Read(string file, Labels labels)
    {
        try
        {
            return File.Exists(file) ? ReaderModel.Read(File.ReadAllBytes(file), labels) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotRead(logger, file, e.Message);
            return null;
        }
    }

    /// <summary>Without a place to keep it the bot works all the same, only its next start is slower.</summary>
    private void Keep(string file, ReaderModel model)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            var bytes = new ArrayBufferWriter<byte>();
            model.Write(bytes);
            var written = $"{file}.{Environment.ProcessId}";
            File.WriteAllBytes(written, bytes.WrittenSpan);
            File.Move(written, file, overwrite: true);
            foreach (var old in new DirectoryInfo(Folder).EnumerateFiles("*.model").OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostKept))
                old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotKept(logger, file, e.Message);
        }
    }

    private const int MostKept = 4;
}
