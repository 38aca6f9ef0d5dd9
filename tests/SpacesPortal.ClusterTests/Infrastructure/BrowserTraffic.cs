using System.Collections.Concurrent;
using System.Net;

namespace SpacesPortal.ClusterTests.Infrastructure;

/// <summary>Browsers that open one page after the other until they are stopped.</summary>
internal sealed class BrowserTraffic : IAsyncDisposable
{
    // As fast as a user clicks; and the machine has other tests to run.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentQueue<HttpStatusCode> _statuses = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<Visitor> _visitors;
    private readonly Task _browsing;

    public BrowserTraffic(IEnumerable<Visitor> visitors, params string[] pages)
    {
        _visitors = [.. visitors];
        _browsing = Task.WhenAll(_visitors.Select(visitor => Task.Run(() => BrowseAsync(visitor, pages))));
    }

    /// <summary>The status of each response so far.</summary>
    public IReadOnlyCollection<HttpStatusCode> Statuses => _statuses;

    /// <summary>Waits that long, and until each browser has had responses.</summary>
    public async Task ContinueForAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var before = _statuses.Count;
        using var timer = new PeriodicTimer(Between);
        while (TimeProvider.System.GetElapsedTime(begun) < span || _statuses.Count < before + (2 * _visitors.Count))
        {
            if (_browsing.IsCompleted)
                await _browsing;
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Sends one request with an older cookie.</summary>
    public static async Task<HttpStatusCode> SendAsync(Uri portal, string page, string cookie, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal };
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Cookie", cookie } } };
        return (await http.SendAsync(request, cancellationToken)).StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _browsing;
        foreach (var visitor in _visitors)
            visitor.Dispose();
        _stop.Dispose();
    }

    private async Task BrowseAsync(Visitor visitor, string[] pages)
    {
        using var timer = new PeriodicTimer(Between);
        for (var i = 0; !_stop.IsCancellationRequested; i++)
        {
            using var response = await visitor.GetAsync(pages[i % pages.Length], CancellationToken.None);
            _statuses.Enqueue(response.StatusCode);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
