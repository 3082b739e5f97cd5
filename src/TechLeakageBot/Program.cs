using TechLeakageBot.Commands;

return await CommandTable.RunAsync(args);
