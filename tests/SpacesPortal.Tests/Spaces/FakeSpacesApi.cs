using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SpacesPortal.Tests.Spaces;

/// <summary>A real server that lists spaces in pages; each page is answered when the test lets it.</summary>
internal sealed class FakeSpacesApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSpacesApi(WebApplication app) => _app = app;

    /// <summary>One JSON object per space, without its braces.</summary>
    public List<string> Spaces { get; } = [];

    /// <summary>Called before page number n (from 0) is answered.</summary>
    public Func<HttpContext, int, Task> BeforePage { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentQueue<string> Calls { get; } = [];

    public bool PromiseGhostPage { get; set; }

    public Uri BaseUrl => new(_app.Urls.Single() + "/api");

    public static async Task<FakeSpacesApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new FakeSpacesApi(builder.Build());
        api._app.Run(api.AnswerAsync);
        await api._app.StartAsync();
        return api;
    }

    /// <summary>Adds spaces numbered from 0, the latest first.</summary>
    public void Add(int count) =>
        Spaces.AddRange(
            Enumerable.Range(0, count).Select(number => $"\"_id\":\"{number}\",\"title\":\"Space {number}\",\"type\":\"group\""));

    /// <summary>Holds a page until the returned source is set, and reports when it is requested.</summary>
    public (TaskCompletionSource Release, Task Asked) Hold(int page)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        BeforePage = async (context, number) =>
        {
            if (number != page)
                return;
            asked.TrySetResult();
            await release.Task.WaitAsync(context.RequestAborted);
        };
        return (release, asked.Task);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Calls.Enqueue(context.Request.Path + context.Request.QueryString);
        var size = int.Parse(context.Request.Query["size"].ToString(), CultureInfo.InvariantCulture);
        _ = int.TryParse(context.Request.Query["pageref"], CultureInfo.InvariantCulture, out var page);
        await BeforePage(context, page);
        if (context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status200OK)
            return;
        var rows = Spaces.Skip(page * size).Take(size).Select(space => "{" + space + "}");
        var more = ((page + 1) * size) < Spaces.Count || (PromiseGhostPage && page * size < Spaces.Count);
        var next = more ? $"/api/users/me/spaces?size={size}&pageref={page + 1}" : "";
        await context.Response.WriteAsync($"{{\"data\":[{string.Join(',', rows)}],\"nextPageUrl\":\"{next}\"}}", context.RequestAborted);
    }
}
