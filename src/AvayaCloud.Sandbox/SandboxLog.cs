namespace AvayaCloud.Sandbox;

/// <summary>Every call that the sandbox received, in order of arrival. Holds no query, token, code or password.</summary>
public sealed class SandboxLog(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<SandboxCall> _calls = [];
    private readonly List<(string Kind, int Count, TaskCompletionSource Done)> _waiting = [];

    public IReadOnlyList<SandboxCall> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    /// <summary>How often a spent refresh token came again: 0 for a client that keeps its house in order.</summary>
    public int RefreshTokenReuses
    {
        get
        {
            lock (_gate)
                return _calls.Count(call => call.Outcome == SandboxCall.Reuse);
        }
    }

    /// <summary>Calls of a kind or family: "token.refresh", "token", "api.users.me.spaces", "api".</summary>
    public int Count(string kind)
    {
        lock (_gate)
            return _calls.Count(call => call.Is(kind));
    }

    public int Count(string kind, string outcome)
    {
        lock (_gate)
            return _calls.Count(call => call.Is(kind) && call.Outcome == outcome);
    }

    /// <summary>Ends when the named number of such calls has arrived, so that no test needs to sleep.</summary>
    public async Task WaitForAsync(string kind, int count = 1, CancellationToken cancellationToken = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_calls.Count(call => call.Is(kind)) >= count)
                return;
            _waiting.Add((kind, count, done));
        }

        await done.Task.WaitAsync(cancellationToken);
    }

    public void Clear()
    {
        lock (_gate)
            _calls.Clear();
    }

    internal SandboxCall Arrived(string method, string path, string kind)
    {
        var call = new SandboxCall(clock.GetUtcNow(), method, path, kind);
        lock (_gate)
        {
            _calls.Add(call);
            foreach (var waiting in _waiting.Where(it => _calls.Count(other => other.Is(it.Kind)) >= it.Count).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Done.SetResult();
            }
        }

        return call;
    }
}
