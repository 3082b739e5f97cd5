using Microsoft.AspNetCore.Mvc;

namespace TechLeakageBot.Desk.Pages;

/// <summary>Checking a certificate by its number, and printing it.</summary>
internal static class CertificateEndpoints
{
    public static void MapCertificates(this RouteGroupBuilder desk)
    {
        desk.MapGet("/training/certificates", async ([FromQuery] string? number, TrainingPeople people, CancellationToken cancel) =>
        {
            var typed = FormText.Of(number).Trim();
            var found = typed.Length == 0 ? null : await people.CertificateAsync(typed, cancel);
            return DeskPage.Of<CertificateCheckPage>(
                new { Number = typed, IsUnknown = typed.Length > 0 && found is null, found?.Certificate, found?.Holder, people.Today });
        });
        desk.MapGet("/training/certificates/{number}", async (string number, TrainingPeople people, CancellationToken cancel) =>
            await people.CertificateAsync(number, cancel) is { } found
                ? DeskPage.Of<CertificatePage>(new { found.Certificate, found.Holder })
                : DeskPage.Notice(Notice.NotFound));
    }
}
