using System.CommandLine;
using TechLeakageBot.Hosting;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Commands;

/// <summary>What the program can be told to do. Without a command it serves.</summary>
internal static class CommandTable
{
    /// <summary>A message may begin with an @ and is no name of a file with further arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <returns>0 when it did what it was told, 1 when it could not; then one clear line says why.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Root([.. args.Where(IsSetting)]).Parse([.. args.Where(arg => !IsSetting(arg))], Parsing).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is SettingsException or StorageUnusableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var file = new Option<FileInfo?>("--file") { Description = "A file of labelled messages to measure on, one JSON object a line." };
        var digests = new Option<FileInfo?>("--digests") { Description = "A copy of the audit's digests that was kept where the bot cannot write." };
        var jsonl = new Option<bool>("--jsonl") { Description = "Reads {\"id\",\"text\"} lines from standard input and writes one JSON line for each." };
        var text = new Argument<string[]>("text") { Arity = ArgumentArity.ZeroOrMore, Description = "The message to read." };

        var root = new RootCommand("TechLeakageBot: ask before you reply. Settings are given as --Section:Key=value.")
        {
            Told("serve", "Serves the chat page and the channels (the default).", (_, cancel) => ServeCommand.RunAsync(settings, cancel)),
            Told("chat", "Holds a conversation in this terminal.", (_, cancel) => ChatCommand.RunAsync(settings, cancel)),
            Told(
                "ask",
                "Reads messages and tells what they were understood to say.",
                (given, cancel) => AskCommand.RunAsync(settings, given.GetValue(jsonl), given.GetValue(text) ?? [], cancel),
                [jsonl, text]),
            Told(
                "eval",
                "Compares the designs of the reader, cross-validated on the examples and on a labelled file.",
                (given, cancel) => EvalCommand.RunAsync(settings, given.GetValue(file), cancel),
                [file]),
            new Command("audit", "Works on the audit of incidents.")
            {
                Told(
                    "verify",
                    "Tells whether the audit is intact, against the digests outside the database too.",
                    (given, _) => AuditCommand.VerifyAsync(settings, given.GetValue(digests)),
                    [digests]),
            },
            new Command("knowledge", "Works on the knowledge folder.")
            {
                Told("check", "Reads every file and names every fault.", (_, _) => KnowledgeCommand.CheckAsync(settings)),
            },
        };
        root.SetAction((_, cancel) => ServeCommand.RunAsync(settings, cancel));
        return root;
    }

    private static Command Told(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params IEnumerable<Symbol> symbols)
    {
        var command = new Command(name, description);
        foreach (var option in symbols.OfType<Option>())
            command.Add(option);
        foreach (var argument in symbols.OfType<Argument>())
            command.Add(argument);
        command.SetAction(run);
        return command;
    }

    /// <summary><c>--Section:Key=value</c>, or <c>--Urls=…</c>, which belongs to no section.</summary>
    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal)
        && arg.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
        && (arg.AsSpan(0, end).Contains(':') || arg.AsSpan(2, end - 2).Equals("Urls", StringComparison.OrdinalIgnoreCase));
}
