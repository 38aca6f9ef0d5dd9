using Microsoft.AspNetCore.Http;
using SpacesPortal.Spaces;

namespace SpacesPortal.Tests.Spaces;

/// <summary>Directories of several sessions over one Avaya Spaces that the test has in its hand.</summary>
public abstract class DirectoryTest : IAsyncLifetime
{
    internal static readonly SpaceFilter Everything = new();

    private FakeSpacesApi _api = null!;
    private DirectoryHost _host = null!;

    private protected FakeClock Clock { get; } = new();

    private protected FakeSpacesApi Api => _api;

    private protected DirectoryHost Host => _host;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _api = await FakeSpacesApi.StartAsync();
        _host = new DirectoryHost(_api.BaseUrl, Clock, options => options.MostSessions = 3);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static Task FailAsync(HttpContext context, bool when, int status)
    {
        if (when)
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private protected async Task<SpaceProgress> LastAsync(string sid)
    {
        SpaceProgress last = null!;
        await foreach (var progress in _host.Of(sid).WatchAsync(archived: false, Cancellation))
            last = progress;
        return last;
    }
}
