using System.Net;
using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
namespace AvayaCloud.Identity.Tests.Infrastructure;

/// <summary>The smallest app that signs users in, on a real port, with a sandbox and a fake clock.</summary>
internal sealed class IdentityHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private IdentityHost(WebApplication app, SandboxServer avaya, FakeClock clock, FakeLogCollector log) =>
        (_app, Avaya, Clock, Log) = (app, avaya, clock, log);

    public SandboxServer Avaya { get; }

    public FakeClock Clock { get; }

    public FakeLogCollector Log { get; }

    public SlowPage Slow => Services.GetRequiredService<SlowPage>();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public DemoUser Ada => Avaya.Users.Single(person => person.Role == "admin");

    public DemoUser Max => Avaya.Users.Single(person => person.Role == "member");

    public static async Task<IdentityHost> StartAsync(Action<SandboxOptions>? sandbox = null, params (string Key, string? Value)[] settings)
    {
        var clock = new FakeClock();
        var options = new SandboxOptions();
        sandbox?.Invoke(options);
        var avaya = await SandboxServer.StartAsync(options, clock);
        var log = new FakeLogCollector();

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log))
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AvayaCloud:IdentityUrl"] = avaya.Address.AbsoluteUri.TrimEnd('/'),
            ["AvayaCloud:SpacesUrl"] = avaya.Address.AbsoluteUri.TrimEnd('/') + "/api",
            ["AvayaCloud:ClientId"] = avaya.Client.ClientId,
            ["AvayaCloud:ClientSecret"] = avaya.Client.ClientSecret,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddAvayaCloud();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization().AddSingleton<SlowPage>();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        MapPages(app);
        await app.StartAsync();
        return new IdentityHost(app, avaya, clock, log);
    }

    public Visitor Visit() => new(Address);

    public async Task<Visitor> VisitAsync(DemoUser person)
    {
        var visitor = Visit();
        var signedIn = await visitor.SignInAsync(person);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        Avaya.Faults.Clear();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Avaya.DisposeAsync();
    }

    private static void MapPages(WebApplication app)
    {
        app.MapGet(
            "/", (HttpContext context) => context.HasEndedSession() ? "ended" : context.User.FindFirst("name")?.Value ?? "anonymous");
        app.MapGet("/protected", (HttpContext context) => Seen.Of(context.GetWholeSession()!)).RequireAuthorization();
        app.MapGet(
            "/poll",
            (HttpContext context) =>
                context.GetSession() is null ? Results.Unauthorized() : Results.Ok()).WithMetadata(new NoActivityAttribute());
        app.MapGet("/slow", (SlowPage page) => page.AnswerAsync());
        app.MapGet("/sid", (HttpContext context) => context.GetSession()!.Id.Value);
        app.MapGet("/challenge", () => Results.Challenge(new() { RedirectUri = "/protected" }, [AvayaCloudDefaults.AuthenticationScheme]));
        app.MapPost(
            "/signout",
            async (HttpContext context, SessionSignOut signOut) => (await signOut.SignOutAsync(context, context.RequestAborted)).ToString())
            .WithMetadata(new NoRefreshAttribute());
        app.MapGet("/signin-problem", (string cause, string returnUrl) => Results.Text($"{cause} {returnUrl}", statusCode: 400));
        app.MapGet("/session-ended", (string returnUrl) => $"ended {returnUrl}");
        app.MapPost("/renew", async (HttpContext context, SessionTokens tokens) =>
        {
            var session = context.GetWholeSession()!;
            return (await tokens.RefreshAsync(session.Id, context, session.Tokens.Access, context.RequestAborted)).GetType().Name;
        });
    }
}

/// <summary>What a page may know of its session.</summary>
internal sealed record Seen(string Subject, string Name, string? Email, string? Picture, int Generation, string AccessToken)
{
    public static Seen Of(Session session) => new(
        session.User.UserId, session.User.Name, session.User.Email, session.User.PictureUrl, session.Tokens.Generation,
        session.Tokens.Access.Reveal());
}
