using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SpacesPortal.ComponentTests.Photo;

/// <summary>A host of pictures on loopback, kind or not.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PictureServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Credentials that should not have come.</summary>
    public List<string> Received { get; } = [];

    public static async Task<PictureServer> StartAsync(RequestDelegate answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new PictureServer(builder.Build());
        server._app.Run(context =>
        {
            server.Received.AddRange(
                context.Request.Headers.Where(
                    header => header.Key is "Authorization" or "Cookie" or "Referer").Select(header => header.Key));
            return answer(context);
        });
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
