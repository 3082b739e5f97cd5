using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>
/// Outside local mode the tenant says who somebody is, by OpenID Connect (code flow with PKCE). Whether that is an officer, the company's
/// list says at every request.
/// </summary>
internal static class EntraSignIn
{
    private const string Scheme = "entra";

    private const string Start = "/sign-in/start";

    /// <summary>What Entra ID names a person by. Only the own tenant's word is taken, so none can be claimed elsewhere.</summary>
    private static readonly string[] Accounts = ["preferred_username", "upn", "email"];

    public static void AddEntraSignIn(this AuthenticationBuilder signIn, DeskSettings settings) => signIn.AddOpenIdConnect(Scheme, options =>
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.SignInScheme = DeskSession.Scheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // By query, so that the cookies of the way there need not travel with a POST from elsewhere.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = DeskFeature.Path + "/signed-in";
        options.SignedOutCallbackPath = DeskFeature.Path + "/signed-out-there";
        options.RemoteSignOutPath = default;
        options.MapInboundClaims = false;
        options.Scope.Add("email");
        options.CorrelationCookie = new DeskCookie(SameSiteMode.Lax) { Name = "desk_way.", Expiration = options.RemoteAuthenticationTimeout };
        options.NonceCookie = new DeskCookie(SameSiteMode.Lax) { Name = "desk_nonce.", Expiration = options.RemoteAuthenticationTimeout };
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            if (settings.PublicUrl is { } url)
                context.ProtocolMessage.RedirectUri = new Uri(url, options.CallbackPath).AbsoluteUri;
            return Task.CompletedTask;
        };
        options.Events.OnTokenValidated = context =>
        {
            if (IsOfTenant(context.Principal!, settings.TenantId))
                context.Principal = DeskSession.Of(DeskPeople.AccountClaim, Accounts.Select(name => context.Principal!.FindFirst(name)?.Value).OfType<string>().Distinct());
            else
                context.Fail("The token is of another tenant.");
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            Log.SignInFailed(context.HttpContext.RequestServices.GetRequiredService<ILogger<DeskSettings>>(), context.Failure?.GetType().Name ?? "refused");
            context.HandleResponse();
            return DeskPage.Notice(Notice.SignInFailed).ExecuteAsync(context.HttpContext);
        };
    });

    public static void MapEntraSignIn(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in", (string? to, DeskView view) => view.Person is not null
            ? Results.LocalRedirect(DeskAddress.Safe(to))
            : DeskPage.Of<EntraSignInPage>(new { Start = DeskFeature.Path + Start + QueryString.Create("to", DeskAddress.Safe(to)) })).OpenToAll();
        desk.MapGet(Start, StartAsync).OpenToAll();
    }

    private static async Task<IResult> StartAsync(HttpContext context, string? to, ILogger<DeskSettings> logger)
    {
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = DeskAddress.Safe(to) });
            return Results.Empty;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidOperationException)
        {
            // The issuer's addresses and keys could not be fetched; the library wraps what went wrong in an InvalidOperationException.
            Log.SignInFailed(logger, fault.GetBaseException().Message);
            return DeskPage.Notice(Notice.SignInFailed, StatusCodes.Status502BadGateway);
        }
    }

    /// <summary>A tenant that is set by its domain name is held by the issuer alone, which is checked in any case.</summary>
    private static bool IsOfTenant(ClaimsPrincipal person, string tenant) =>
        person.FindFirst("tid")?.Value is not { } tid || !Guid.TryParse(tenant, out _) || tid.Equals(tenant, StringComparison.OrdinalIgnoreCase);
}
