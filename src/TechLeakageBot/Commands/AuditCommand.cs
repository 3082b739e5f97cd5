using System.Data.Common;
using TechLeakageBot.Hosting;
using TechLeakageBot.Storage;

namespace TechLeakageBot.Commands;

/// <summary>Works on the audit.</summary>
internal static class AuditCommand
{
    /// <summary>Says that the audit is intact, or names every fault.</summary>
    public static async Task<int> VerifyAsync(string[] args)
    {
        try
        {
            var (entries, faults) = AuditFeature.Verify(Settings.Read(args));
            foreach (var fault in faults)
                await Console.Out.WriteLineAsync(fault);
            await Console.Out.WriteLineAsync(faults.Count == 0 ? $"Intact: {entries} entries." : $"NOT intact: {faults.Count} faults in {entries} entries.");
            return faults.Count == 0 ? 0 : 1;
        }
        catch (DbException fault)
        {
            throw new SettingsException($"Storage:ConnectionString: the database cannot be read ({fault.Message}). Name the file that the bot uses.");
        }
    }
}
