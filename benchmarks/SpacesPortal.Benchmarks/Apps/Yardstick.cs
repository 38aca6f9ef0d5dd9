using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using AvayaCloud.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Hosting;
using SpacesPortal.Http;
using SpacesPortal.Sessions;
using SpacesPortal.Telemetry;

namespace SpacesPortal.Benchmarks.Apps;

/// <summary>
/// Sign-in as the framework's templates have it: AddCookie, AddOAuth, tokens saved in the ticket; nothing refreshes them.
/// </summary>
internal static class Yardstick
{
    /// <summary>The portal's own program, with the framework's sign-in in place of its own.</summary>
    public const string SameApp = "same-app";

    /// <summary>What a new project starts from: no log of requests, no security headers, no origin check.</summary>
    public const string Template = "template";

    private const string OAuth = "oauth";

    public static async Task<int> ServeAsync(string name)
    {
        var app = name == SameApp ? BuildSameApp() : BuildTemplate();
        app.MapGet(
            "/signin", (string returnUrl) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = returnUrl }, [OAuth]));
        app.MapGet("/api/me", Me);
        await app.RunAsync();
        return 0;
    }

    private static WebApplication BuildSameApp()
    {
        var builder = WebApplication.CreateBuilder();
        var portal = builder.AddPortalSettings();
        builder.AddKeys(portal).AddServer(portal).AddPortalSessions(portal).AddPortalLogging();
        builder.Services.AddPlainSignIn(builder.Configuration);
        var app = builder.Build();
        // Each request asks every remote scheme whether it is its callback: only the yardstick's may be asked.
        var schemes = app.Services.GetRequiredService<IAuthenticationSchemeProvider>();
        schemes.RemoveScheme(AvayaCloudDefaults.AuthenticationScheme);
        schemes.RemoveScheme(AvayaCloudDefaults.SessionScheme);
        app.UseServer();
        return app;
    }

    private static WebApplication BuildTemplate()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddPlainSignIn(builder.Configuration);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    private static void AddPlainSignIn(this IServiceCollection services, ConfigurationManager configuration)
    {
        var avaya = configuration.GetSection(AvayaCloudDefaults.Section).Get<AvayaCloudSettings>()!;
        services
            .AddAuthentication(
                options =>
                    (options.DefaultScheme, options.DefaultChallengeScheme) = (CookieAuthenticationDefaults.AuthenticationScheme, OAuth))
            .AddCookie()
            .AddOAuth(OAuth, options =>
            {
                (options.ClientId, options.ClientSecret) = (avaya.ClientId, avaya.ClientSecret!);
                options.AuthorizationEndpoint = new Uri(avaya.Hosts.Identity, "/oauth2/authorize").AbsoluteUri;
                options.TokenEndpoint = new Uri(avaya.Hosts.Identity, "/oauth2/access_token").AbsoluteUri;
                options.UserInformationEndpoint = avaya.Hosts.Spaces.AbsoluteUri.TrimEnd('/') + "/users/me";
                options.CallbackPath = AvayaCloudDefaults.CallbackPath;
                options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.SaveTokens = true;
                foreach (var scope in avaya.Hosts.Scopes)
                    options.Scope.Add(scope);
                options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "_id");
                options.ClaimActions.MapJsonKey(ClaimTypes.Name, "displayname");
                options.ClaimActions.MapJsonKey(ClaimTypes.Email, "username");
                options.ClaimActions.MapJsonKey(SessionClaims.Picture, "picture_url");
                options.Events.OnCreatingTicket = ReadUserAsync;
            });
    }

    private static async Task ReadUserAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        using var user = JsonDocument.Parse(
            await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(user.RootElement);
    }

    private static IResult Me(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
            return TypedResults.Unauthorized();
        var ends = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc ?? default;
        return TypedResults.Ok(
            new Me(
                Claim(ClaimTypes.NameIdentifier)!, Claim(ClaimTypes.Name)!, Claim(ClaimTypes.Email), Claim(SessionClaims.Picture), ends));

        string? Claim(string type) => context.User.FindFirstValue(type);
    }
}
