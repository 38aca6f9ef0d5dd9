namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>What replicas share, as in the database: tokens, ends and locks of sessions, with its own clock.</summary>
internal sealed class SharedSessions(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionId, (SharedTokens Tokens, DateTimeOffset ForgetAt)> _tokens = [];
    private readonly Dictionary<SessionId, (SessionEndReason Why, DateTimeOffset Until)> _ends = [];
    private readonly Dictionary<SessionId, List<LockRequest>> _queues = [];
    private readonly List<SharedStore> _replicas = [];

    /// <summary>Callers that wait for a lock.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _queues.Values.Sum(queue => queue.Skip(1).Count(request => !request.Cancellation.IsCancellationRequested));
        }
    }

    public IReadOnlyDictionary<SessionId, (SessionEndReason Why, TimeSpan Left)> Join(SharedStore replica)
    {
        lock (_gate)
        {
            _replicas.Add(replica);
            return _ends.ToDictionary(end => end.Key, end => (end.Value.Why, end.Value.Until - clock.GetUtcNow()));
        }
    }

    /// <summary>Drops the replica's connections, and its locks with them.</summary>
    public void Kill(SharedStore replica)
    {
        List<LockRequest> requests;
        lock (_gate)
        {
            _replicas.Remove(replica);
            requests = [.. _queues.Values.SelectMany(queue => queue).Where(request => request.Owner == replica)];
        }

        foreach (var request in requests)
        {
            request.Turn.TrySetCanceled(CancellationToken.None);
            Leave(request);
        }
    }

    public async Task<LockRequest> WaitAsync(SessionId id, SharedStore replica, CancellationToken cancellationToken)
    {
        var request = new LockRequest(id, replica, cancellationToken);
        lock (_gate)
        {
            if (!_queues.TryGetValue(id, out var queue))
                _queues[id] = queue = [];
            queue.Add(request);
            if (queue.Count == 1)
                request.Turn.SetResult();
        }

        try
        {
            await request.Turn.Task.WaitAsync(cancellationToken);
            return request;
        }
        catch (OperationCanceledException)
        {
            Leave(request);
            throw;
        }
    }

    public void Leave(LockRequest request)
    {
        lock (_gate)
        {
            var queue = _queues[request.Id];
            queue.Remove(request);
            if (queue.Count > 0)
                queue[0].Turn.TrySetResult();
        }
    }

    /// <summary>The session's state, and how long its end is remembered.</summary>
    public (SharedSessionState State, TimeSpan? Left) Read(SessionId id)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var tokens = _tokens.TryGetValue(id, out var stored) && stored.ForgetAt > now ? stored.Tokens : null;
            return _ends.TryGetValue(id, out var end) && end.Until > now
                ? (new SharedSessionState(end.Why, tokens), end.Until - now)
                : (new SharedSessionState(null, tokens), null);
        }
    }

    /// <summary>False when the lock is lost or the session is over.</summary>
    public bool Write(LockRequest request, SharedTokens tokens, TimeSpan remember)
    {
        lock (_gate)
        {
            if (!_replicas.Contains(request.Owner) || Read(request.Id).State.End is not null)
                return false;
            if (!_tokens.TryGetValue(request.Id, out var stored) || stored.Tokens.Generation < tokens.Generation)
                _tokens[request.Id] = (tokens, clock.GetUtcNow() + remember);
        }

        NotifyOthers(request.Owner, replica => replica.Notify(new SessionSignal(request.Id, null, tokens.Generation)));
        return true;
    }

    public void Trim(SessionId id, SharedTokens tokens, TimeSpan remember)
    {
        lock (_gate)
        {
            if (_tokens.TryGetValue(id, out var stored) && stored.Tokens.Generation == tokens.Generation)
                _tokens[id] = (tokens, clock.GetUtcNow() + remember);
        }
    }

    public void End(SharedStore by, SessionId id, SessionEndReason why, TimeSpan remember)
    {
        lock (_gate)
        {
            if (!_replicas.Contains(by))
                return;
            _ends.TryAdd(id, (why, clock.GetUtcNow() + remember));
        }

        NotifyOthers(by, replica => replica.AddEnd(id, why, remember));
    }

    // Outside the lock, because listeners call back.
    private void NotifyOthers(SharedStore by, Action<SharedStore> tell)
    {
        List<SharedStore> others;
        lock (_gate)
            others = [.. _replicas.Where(replica => replica != by)];
        others.ForEach(tell);
    }

    /// <summary>An entry in the queue for a session's lock; the first has the lock.</summary>
    internal sealed record LockRequest(SessionId Id, SharedStore Owner, CancellationToken Cancellation)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
