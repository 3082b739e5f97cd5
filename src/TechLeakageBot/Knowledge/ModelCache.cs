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

    /// <summary>Where the model for what the folder holds now is kept, once it is.</summary>
    public string FileFor(KnowledgeFolder folder) => Path.Combine(Folder, $"{ContentHash(folder)}.model");

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

    /// <summary>Null where none is kept.</summary>
    public ReaderModel? Read(string file, Labels labels)
    {
        try
        {
            if (!File.Exists(file))
                return null;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return ReaderModel.Read(stream.Length, stream.ReadExactly, labels);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotRead(logger, file, e.Message);
            return null;
        }
    }

    /// <summary>Without a place to keep it the bot works all the same, only its next start is slower.</summary>
    public void Keep(string file, ReaderModel model)
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
