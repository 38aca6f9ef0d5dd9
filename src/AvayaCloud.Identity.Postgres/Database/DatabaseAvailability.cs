namespace AvayaCloud.Identity.Postgres;

/// <summary>Whether there is any sense in asking the database just now.</summary>
internal sealed partial class DatabaseAvailability(PostgresTiming pace, TimeProvider clock, ILogger<DatabaseAvailability> logger)
{
    private long _askAgainAt;
    private long _settledAt;
    private int _isAway;
    private volatile bool _isListening;
    private volatile bool _hasListened;

    /// <summary>Something went wrong a moment ago.</summary>
    public bool IsAway => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _askAgainAt);

    /// <summary>The signals of other replicas are heard: nothing that they do is missed.</summary>
    public bool IsListening => _isListening;

    /// <summary>They were heard before: schema and keys are there, and the ends of sessions up to then are known.</summary>
    public bool HasListened => _hasListened;

    /// <summary>
    /// Not while the listening connection is down nor soon after: a replica that had a lock before may have something to write that it
    /// could not write meanwhile.
    /// </summary>
    public bool AllowsLocks => _isListening && clock.GetUtcNow().UtcTicks >= Interlocked.Read(ref _settledAt);

    public void Failed(Exception cause)
    {
        Interlocked.Exchange(ref _askAgainAt, (clock.GetUtcNow() + pace.FailFast).UtcTicks);
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
            WentAway(logger, Trouble.IsFromServer(cause) ? "refused" : "cannot be reached", Trouble.NameOf(cause));
    }

    /// <summary>The listening connection stands.</summary>
    public void Listens(bool isAfterLoss)
    {
        if (isAfterLoss)
            Interlocked.Exchange(ref _settledAt, (clock.GetUtcNow() + pace.Settling).UtcTicks);
        Reached();
        (_isListening, _hasListened) = (true, true);
    }

    public void ListensNoMore() => _isListening = false;

    public void Reached()
    {
        Interlocked.Exchange(ref _askAgainAt, 0);
        if (Interlocked.Exchange(ref _isAway, 0) == 1)
            CameBack(logger);
    }

    [LoggerMessage(2501, LogLevel.Warning, "PostgreSQL {Trouble} ({Cause}). Sessions go on; no token is renewed until it is back.")]
    private static partial void WentAway(ILogger logger, string trouble, string cause);

    [LoggerMessage(2502, LogLevel.Information, "PostgreSQL is back.")]
    private static partial void CameBack(ILogger logger);
}
