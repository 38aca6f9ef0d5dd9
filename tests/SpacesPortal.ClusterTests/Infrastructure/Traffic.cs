using System.Collections.Concurrent;
using System.Net;

namespace SpacesPortal.ClusterTests.Infrastructure;

/// <summary>Browsers that ask one page after the other until they are told to stop; time passes by it.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    // Of the same person, who does not click faster; and the machine has other tests to run.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentQueue<HttpStatusCode> _answers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<Visitor> _visitors;
    private readonly Task _flow;

    public Traffic(IEnumerable<Visitor> visitors, params string[] pages)
    {
        _visitors = [.. visitors];
        _flow = Task.WhenAll(_visitors.Select(visitor => Task.Run(() => AskAsync(visitor, pages))));
    }

    /// <summary>All so far.</summary>
    public IReadOnlyCollection<HttpStatusCode> Answers => _answers;

    /// <summary>So long, answers have come from first to last.</summary>
    public async Task FlowsForAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var (begun, before) = (TimeProvider.System.GetTimestamp(), _answers.Count);
        using var timer = new PeriodicTimer(Between);
        while (TimeProvider.System.GetElapsedTime(begun) < span || _answers.Count < before + (2 * _visitors.Count))
        {
            if (_flow.IsCompleted)
                await _flow;
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>One request with a cookie of before.</summary>
    public static async Task<HttpStatusCode> AskAsync(Uri portal, string page, string cookie, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal };
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Cookie", cookie } } };
        return (await http.SendAsync(request, cancellationToken)).StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _flow;
        foreach (var visitor in _visitors)
            visitor.Dispose();
        _stop.Dispose();
    }

    private async Task AskAsync(Visitor visitor, string[] pages)
    {
        using var timer = new PeriodicTimer(Between);
        for (var i = 0; !_stop.IsCancellationRequested; i++)
        {
            using var answer = await visitor.GetAsync(pages[i % pages.Length], CancellationToken.None);
            _answers.Enqueue(answer.StatusCode);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
