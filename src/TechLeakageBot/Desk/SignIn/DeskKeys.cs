using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>The keys that seal the cookies, beside the database and for this account alone. They are made for the first page, not at the start.</summary>
internal sealed class DeskKeys(DataFolder data) : IXmlRepository
{
    private readonly string folder = Path.Combine(data.Path, "keys");

    public IReadOnlyCollection<XElement> GetAllElements() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.xml").Select(file => XElement.Load(file))] : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        PrivateFile.CreateFolder(folder);
        var name = string.Concat(friendlyName.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        var (written, file) = (Path.Combine(folder, $"{name}.{Environment.ProcessId}.tmp"), Path.Combine(folder, $"{name}.xml"));
        using (var stream = new FileStream(written, PrivateFile.Options(FileMode.Create, FileShare.None)))
            element.Save(stream);
        File.Move(written, file, overwrite: true);
    }
}

internal static class DeskKeysFeature
{
    public static void AddDeskKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("TechLeakageBot");
        builder.Services.AddSingleton<DeskKeys>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = services.GetRequiredService<DeskKeys>()));
        // It would make a key at every start, whether or not somebody ever opens the desk.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        // It warns that the keys are not encrypted at rest; the mode of the file is what protects them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }
}
