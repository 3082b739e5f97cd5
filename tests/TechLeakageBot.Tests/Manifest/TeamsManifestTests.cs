using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Tests.Manifest;

/// <summary>The words that Teams offers are words that the bot understands.</summary>
public class TeamsManifestTests
{
    private static readonly (Intent Intent, Command? Command)[] Due =
    [
        (Intent.Command, Command.Help), (Intent.Contacts, null), (Intent.Command, Command.Status), (Intent.Command, Command.Cancel),
        (Intent.Command, Command.StartOver), (Intent.Command, Command.Language), (Intent.Command, Command.Forget),
    ];

    [Fact]
    public void Every_command_offered_is_understood_in_both_languages()
    {
        var reader = KnowledgeFeature.First(new KnowledgeLoader(new ConfigurationBuilder().Build(), NullLogger<KnowledgeLoader>.Instance)).Current.Reader;
        using var manifest = Read("manifest.json");
        using var english = Read("en.json");
        var commands = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands");
        Assert.Equal(Due.Length, commands.GetArrayLength());
        for (var i = 0; i < Due.Length; i++)
        {
            foreach (var text in (string[])[Title(commands[i], "title"), Title(english.RootElement, $"bots[0].commandLists[0].commands[{i}].title")])
            {
                var reading = reader.Read(text);
                Assert.Equal((text, Due[i].Intent, Due[i].Command), (text, reading.Intent, reading.Command));
            }
        }
    }

    private static string Title(JsonElement from, string name) => from.GetProperty(name).GetString()!;

    private static JsonDocument Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TechLeakageBot.sln")))
            folder = folder.Parent!;
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "manifest", "teams", file)));
    }
}
