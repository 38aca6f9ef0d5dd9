using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Refit.Tests;

/// <summary>What arrived on the wire.</summary>
internal sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A real server on a free port that remembers the last request and gives the answer that the test has set.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Server(WebApplication app) => _app = app;

    public Received Last { get; private set; } = new(string.Empty, string.Empty, new Dictionary<string, string>(), string.Empty);

    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync("\"answer\"");

    public string Address => _app.Urls.Single();

    public static async Task<Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new Server(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    public T Client<T>(RefitSettings? settings = null, string basePath = "") =>
        RestService.For<T>(new HttpClient { BaseAddress = new Uri(Address + basePath) }, settings);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Last = new Received(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        await Answer(context);
    }
}

/// <summary>Every test has a server of its own.</summary>
public abstract class WithServer : IAsyncLifetime
{
    internal Server Server { get; private set; } = null!;

    internal Received Last => Server.Last;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Server = await Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
