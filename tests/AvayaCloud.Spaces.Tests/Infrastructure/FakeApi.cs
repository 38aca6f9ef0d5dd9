using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace AvayaCloud.Spaces.Tests;

/// <summary>A server on a free port that returns what the test sets, and records its requests.</summary>
internal sealed class FakeApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _calls;

    private FakeApi(WebApplication app) => _app = app;

    public ConcurrentQueue<SeenCall> Seen { get; } = [];

    /// <summary>Gets the context and the number of the call, from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public Uri Origin => new(_app.Urls.Single());

    public Uri BaseUrl => new(Origin, "/api");

    public static async Task<FakeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new FakeApi(builder.Build());
        api._app.Run(api.TakeAsync);
        await api._app.StartAsync();
        return api;
    }

    public static Task JsonAsync(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Seen.Enqueue(new SeenCall(
            context.Request.Method,
            context.Request.Path,
            Uri.UnescapeDataString(context.Request.GetEncodedPathAndQuery()),
            context.Request.Headers.Authorization.ToString(),
            [.. context.Request.Headers.Keys],
            await body.ReadToEndAsync(context.RequestAborted)));
        await Answer(context, Interlocked.Increment(ref _calls));
    }
}

internal sealed record SeenCall(
    string Method, string Path, string Target, string Authorization, IReadOnlyList<string> Headers, string Body);
