using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>
/// Keeps a trained model by the content of what it was trained on, in the user's own folder for such things (nobody else may
/// write there: a planted model could make the bot blind).
/// </summary>
internal sealed class ModelCache(string knowledgePath, ILogger logger)
{
    private static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } own ? own : "data",
        "TechLeakageBot",
        "models");

    /// <summary>Where the model for what the folder holds now is kept, once it is.</summary>
    public string FileFor(KnowledgeFolder folder, ModelKind kind) => Path.Combine(Folder, $"{ContentHash(folder, kind)}.{kind.Name}");

    private string ContentHash(KnowledgeFolder folder, ModelKind kind)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(kind.Format.ToString(CultureInfo.InvariantCulture)));
        foreach (var file in kind.TrainedOn.SelectMany(folder.Files))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file}\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(knowledgePath, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Null where none is kept.</summary>
    /// <param name="read">Makes the model of so many bytes, each part of which it asks for.</param>
    public T? Read<T>(string file, Func<long, Action<Span<byte>>, T?> read)
        where T : class
    {
        try
        {
            if (!File.Exists(file))
                return null;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return read(stream.Length, stream.ReadExactly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotRead(logger, file, e.Message);
            return null;
        }
    }

    /// <summary>Without a place to keep it the bot works all the same, only its next start is slower.</summary>
    public void Keep(string file, Action<IBufferWriter<byte>> write)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            var bytes = new ArrayBufferWriter<byte>();
            write(bytes);
            var written = $"{file}.{Environment.ProcessId}";
            File.WriteAllBytes(written, bytes.WrittenSpan);
            File.Move(written, file, overwrite: true);
            foreach (var old in new DirectoryInfo(Folder).EnumerateFiles($"*{Path.GetExtension(file)}").OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostKept))
                old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ModelNotKept(logger, file, e.Message);
        }
    }

    private const int MostKept = 4;
}

/// <summary>A model that is kept.</summary>
/// <param name="Name">Ends its files' names.</param>
/// <param name="Format">Changes with anything that makes an older model's bytes wrong.</param>
/// <param name="TrainedOn">The folders it learns from.</param>
internal sealed record ModelKind(string Name, int Format, IReadOnlyList<string> TrainedOn)
{
    public static ModelKind Reader { get; } = new("model", ReaderModel.Format, ["cases", "measures", "guides", "contacts", "lexicon", "utterances"]);

    public static ModelKind Replies { get; } = new("replies", ReplyJudge.Format, ["drills", "replies"]);
}
