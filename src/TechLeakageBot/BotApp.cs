using TechLeakageBot.Anonymous;
using TechLeakageBot.Certificates;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Channels.DirectLine;
using TechLeakageBot.Channels.Mail;
using TechLeakageBot.Channels.Terminal;
using TechLeakageBot.Delivery;
using TechLeakageBot.Desk;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Storage;
using TechLeakageBot.Training;

namespace TechLeakageBot;

/// <summary>The web application, one line a feature.</summary>
internal static class BotApp
{
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    /// <param name="adjust">What a test replaces before the application is built.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = Settings.Builder(args);
        LocalModeGuard.CheckUrls(builder.Configuration);
        builder.Services.AddSingleton(RunMode.Of(builder.Configuration));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddKnowledge();
        builder.AddStorage();
        builder.AddAudit();
        builder.AddDelivery();
        builder.AddDirectLine();
        builder.AddBotFramework();
        builder.AddMail();
        builder.AddTraining();
        builder.AddOfficerDesk();
        builder.AddAnonymousReports();
        builder.AddCertificates();
        builder.AddMetricsExport();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseErrorBoundary();
        app.UseLocalModeGuard();
        app.MapHealth();
        app.MapDirectLine();
        app.MapBotFramework();
        app.MapOfficerDesk();
        app.MapAnonymousReports();
        app.MapCertificatePages();
        return app;
    }

    /// <summary>The same turns and store without the web, for a conversation in the terminal.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static IHost BuildTerminal(string[] args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddConfiguration(Settings.Read(args));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddKnowledge();
        builder.AddStorage();
        builder.AddTurns();
        builder.Services.AddSingleton<TerminalChat>();
        return builder.Build();
    }
}
