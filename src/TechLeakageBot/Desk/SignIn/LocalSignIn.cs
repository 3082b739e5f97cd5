using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>Local mode: who can read the console of this machine may sit down at the desk, as one of the company's officers.</summary>
internal static class LocalSignIn
{
    public static void AddLocalSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LocalLink>();
        builder.Services.AddSingleton(new DeskConsole(Console.Out));
        builder.Services.AddSingleton<LocalLinkConsole>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LocalLinkConsole>());
    }

    public static void MapLocalSignIn(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in", (string? code, LocalLink link, LocalLinkConsole console, DeskPeople people, DeskView view) =>
        {
            if (view.Person is not null)
                return Results.LocalRedirect(DeskFeature.Path);
            if (link.IsGood(code))
                return DeskPage.Of<LocalSignInPage>(new { Code = code, Choices = people.Choices.Select(person => Choice(person, view)).ToArray() });
            console.Offer();
            return DeskPage.Notice(code is null ? Notice.LinkNeeded : Notice.LinkSpent);
        }).OpenToAll();

        desk.MapPost("/sign-in", async (HttpContext context, [FromForm] string? code, [FromForm] string? person, LocalLink link, LocalLinkConsole console, DeskPeople people) =>
        {
            if (people.Choices.FirstOrDefault(choice => choice.Id == person) is not { } chosen || !link.Use(code))
            {
                console.Offer();
                return DeskPage.Notice(Notice.LinkSpent);
            }

            await context.SignInAsync(DeskSession.Scheme, DeskSession.Of(DeskPeople.ChosenClaim, chosen.Id));
            return Results.LocalRedirect(DeskFeature.Path);
        }).OpenToAll();
    }

    private static PersonChoice Choice(DeskPerson person, DeskView view) => new(person.Id, view[person.Name], person.Role is { } role ? view[role] : null);
}
