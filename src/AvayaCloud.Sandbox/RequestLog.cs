namespace AvayaCloud.Sandbox;

/// <summary>All requests that the sandbox received, in order of arrival. It contains no query, token, code or password.</summary>
public sealed class RequestLog(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<LoggedRequest> _requests = [];
    private readonly List<(string Kind, int Count, TaskCompletionSource Completion)> _waiting = [];

    public IReadOnlyList<LoggedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>How often a used refresh token was sent again: 0 for a correct client.</summary>
    public int RefreshTokenReuses => Count(request => request.Outcome == LoggedRequest.Reuse);

    /// <summary>Requests of a kind or family: "token.refresh", "token", "api.users.me.spaces", "api".</summary>
    public int Count(string kind) => Count(request => request.Matches(kind));

    public int Count(string kind, string outcome) => Count(request => request.Matches(kind) && request.Outcome == outcome);

    /// <summary>Completes when this number of requests of the kind has arrived, so that no test needs to sleep.</summary>
    public async Task WaitForAsync(string kind, int count = 1, CancellationToken cancellationToken = default)
    {
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (Count(kind) >= count)
                return;
            _waiting.Add((kind, count, completion));
        }

        await completion.Task.WaitAsync(cancellationToken);
    }

    public void Clear()
    {
        lock (_lock)
            _requests.Clear();
    }

    internal LoggedRequest Add(string method, string path, string kind)
    {
        var request = new LoggedRequest { At = clock.GetUtcNow(), Method = method, Path = path, Kind = kind };
        lock (_lock)
        {
            _requests.Add(request);
            foreach (var waiting in _waiting.Where(it => Count(it.Kind) >= it.Count).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Completion.SetResult();
            }
        }

        return request;
    }

    private int Count(Func<LoggedRequest, bool> condition)
    {
        lock (_lock)
            return _requests.Count(condition);
    }
}
