using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.Mail;

/// <summary>Alerts and the audit's digests to the responsible officer by mail, where <c>Mail:Host</c> names a server.</summary>
internal static class MailFeature
{
    /// <exception cref="SettingsException">A setting of <c>Mail</c> is missing or wrong.</exception>
    public static void AddMail(this IHostApplicationBuilder builder)
    {
        if (MailSettings.Read(builder.Configuration) is not { } settings)
            return;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(ServerTrust.OfTheSystem);
        builder.Services.AddSingleton<IRoad, MailRoad>();
        builder.Services.AddHostedService<DigestMails>();
    }
}
