namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>What replicas share, kept as the database keeps it: sessions' tokens, ends and locks, by a clock of its own.</summary>
internal sealed class SharedSessions(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionId, (SharedTokens Tokens, DateTimeOffset ForgetAt)> _tokens = [];
    private readonly Dictionary<SessionId, (SessionEndReason Why, DateTimeOffset Until)> _ends = [];
    private readonly Dictionary<SessionId, List<Place>> _queues = [];
    private readonly List<SharedStore> _replicas = [];

    /// <summary>Those who wait for a lock.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _queues.Values.Sum(queue => queue.Skip(1).Count(place => !place.Patience.IsCancellationRequested));
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

    /// <summary>The replica is gone: its connections are, and with them its locks.</summary>
    public void Kill(SharedStore replica)
    {
        List<Place> places;
        lock (_gate)
        {
            _replicas.Remove(replica);
            places = [.. _queues.Values.SelectMany(queue => queue).Where(place => place.Owner == replica)];
        }

        foreach (var place in places)
        {
            place.Turn.TrySetCanceled(CancellationToken.None);
            Leave(place);
        }
    }

    public async Task<Place> WaitAsync(SessionId id, SharedStore replica, CancellationToken cancellationToken)
    {
        var place = new Place(id, replica, cancellationToken);
        lock (_gate)
        {
            if (!_queues.TryGetValue(id, out var queue))
                _queues[id] = queue = [];
            queue.Add(place);
            if (queue.Count == 1)
                place.Turn.SetResult();
        }

        try
        {
            await place.Turn.Task.WaitAsync(cancellationToken);
            return place;
        }
        catch (OperationCanceledException)
        {
            Leave(place);
            throw;
        }
    }

    public void Leave(Place place)
    {
        lock (_gate)
        {
            var queue = _queues[place.Id];
            queue.Remove(place);
            if (queue.Count > 0)
                queue[0].Turn.TrySetResult();
        }
    }

    /// <summary>How it stands, and how long an end is remembered.</summary>
    public (SharedSessionState State, TimeSpan? Left) Read(SessionId id)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var tokens = _tokens.TryGetValue(id, out var kept) && kept.ForgetAt > now ? kept.Tokens : null;
            return _ends.TryGetValue(id, out var end) && end.Until > now
                ? (new SharedSessionState(end.Why, tokens), end.Until - now)
                : (new SharedSessionState(null, tokens), null);
        }
    }

    /// <summary>False when the place is lost or the session over.</summary>
    public bool Keep(Place place, SharedTokens tokens, TimeSpan remember)
    {
        lock (_gate)
        {
            if (!_replicas.Contains(place.Owner) || Read(place.Id).State.End is not null)
                return false;
            if (!_tokens.TryGetValue(place.Id, out var kept) || kept.Tokens.Generation < tokens.Generation)
                _tokens[place.Id] = (tokens, clock.GetUtcNow() + remember);
        }

        Tell(place.Owner, replica => replica.Hear(new SessionSignal(place.Id, null, tokens.Generation)));
        return true;
    }

    public void Trim(SessionId id, SharedTokens tokens, TimeSpan remember)
    {
        lock (_gate)
        {
            if (_tokens.TryGetValue(id, out var kept) && kept.Tokens.Generation == tokens.Generation)
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

        Tell(by, replica => replica.Learn(id, why, remember));
    }

    // Outside of the lock: listeners ask back.
    private void Tell(SharedStore by, Action<SharedStore> tell)
    {
        List<SharedStore> others;
        lock (_gate)
            others = [.. _replicas.Where(replica => replica != by)];
        others.ForEach(tell);
    }

    /// <summary>In the queue for a session's lock; the first has it.</summary>
    internal sealed record Place(SessionId Id, SharedStore Owner, CancellationToken Patience)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
