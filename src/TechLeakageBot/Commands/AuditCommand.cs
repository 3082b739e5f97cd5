using System.Data.Common;
using TechLeakageBot.Hosting;
using TechLeakageBot.Storage;

namespace TechLeakageBot.Commands;

/// <summary>Works on the audit.</summary>
internal static class AuditCommand
{
    /// <summary>Says that the audit is intact, or names every fault.</summary>
    /// <param name="digests">A copy of the digests that was kept elsewhere; null for the bot's own file.</param>
    public static async Task<int> VerifyAsync(string[] args, FileInfo? digests)
    {
        try
        {
            var (entries, witnessed, faults) = AuditFeature.Verify(Settings.Read(args), digests);
            foreach (var fault in faults)
                await Console.Out.WriteLineAsync(fault);
            await Console.Out.WriteLineAsync(faults.Count == 0 ? $"Intact: {entries} entries." : $"NOT intact: {faults.Count} faults in {entries} entries.");
            if (!witnessed && entries > 0)
                await Console.Out.WriteLineAsync("There are no digests outside the database: an audit cut off or rewritten as a whole would not show.");
            return faults.Count == 0 ? 0 : 1;
        }
        catch (DbException fault)
        {
            throw new SettingsException($"Storage:ConnectionString: the database cannot be read ({fault.Message}). Name the file that the bot uses.");
        }
    }
}
