namespace AvayaCloud.Identity;

/// <summary>One session in the ledger. <see cref="State"/>, <see cref="IsAcknowledged"/> and <see cref="Backoff"/> are also read without
/// <see cref="Gate"/>; each is one reference. All other members are used under it.</summary>
internal sealed class LedgerEntry(TimeProvider clock)
{
    /// <summary>How long an entry outlives its access token: longer than a request with the previous cookie can take.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(10);

    /// <summary>How long the refresh token stays after its acknowledgement, for requests that were in flight with the previous
    /// cookie.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private volatile SessionState _state = new SessionState.Unknown();
    private Deadline _forgetAt = new(clock, clock.GetUtcNow() + Retention);
    private volatile Deadline? _dropRefreshTokenAt;
    private volatile RefreshBackoff? _backoff;
    private DateTimeOffset _accessExpiresAt;
    private bool _hasRefreshToken;
    private TaskCompletionSource? _waiters;

    public Lock Gate { get; } = new();

    /// <summary>Replaced as a whole, so it can be read without the lock.</summary>
    public SessionState State => _state;

    /// <summary>Removed from the ledger. A caller that still has the entry must look it up again.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Tombstoned while its refresh token was not at hand. The next request with the cookie brings it, once, for
    /// revocation.</summary>
    public bool OwesRevocation { get; set; }

    /// <summary>The last refresh failed.</summary>
    public RefreshBackoff? Backoff
    {
        get => _backoff;
        set => _backoff = value;
    }

    /// <summary>False while the browser may not have the newest generation yet.</summary>
    public bool IsAcknowledged => _dropRefreshTokenAt is not null;

    public bool CanBeForgotten => _forgetAt.HasSurelyPassed && Backoff is not { IsOver: false };
    public bool CanDropRefreshToken => _hasRefreshToken && _dropRefreshTokenAt is { MayHavePassed: true };

    public void SetTokens(TokenSet tokens, byte[] protectedTokens, TimeSpan retention)
    {
        Replace(tokens, protectedTokens);
        _accessExpiresAt = tokens.ExpiresAt;
        _dropRefreshTokenAt = null;
        _forgetAt = new Deadline(clock, clock.GetUtcNow() + retention);
        NotifyWaiters();
    }

    /// <summary>The browser has this generation, so it need not be kept for long.</summary>
    public void Acknowledge()
    {
        _dropRefreshTokenAt = new Deadline(clock, clock.GetUtcNow() + Overlap);
        _forgetAt = new Deadline(clock, ForgetTokensAt(_accessExpiresAt));
    }

    /// <summary>From now on only the browser has the refresh token. Returns when the rest may be forgotten.</summary>
    public DateTimeOffset DropRefreshToken(TokenSet withoutRefreshToken, byte[] protectedTokens)
    {
        Replace(withoutRefreshToken, protectedTokens);
        return ForgetTokensAt(withoutRefreshToken.ExpiresAt);
    }

    /// <summary>Of two ends, the first determines the reason and the second how long it is remembered.</summary>
    public void Tombstone(SessionEndReason reason, DateTimeOffset until)
    {
        if (_state is not SessionState.Ended)
            Tombstone(reason);
        _forgetAt = new Deadline(clock, until);
        NotifyWaiters();
    }

    /// <summary>For an end that the store remembers.</summary>
    public void Tombstone(SessionEndReason reason)
    {
        _state = new SessionState.Ended(reason);
        OwesRevocation = true;
    }

    /// <summary>Completes with the next generation, or with the session's end.</summary>
    public Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        _waiters ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiters.Task.WaitAsync(cancellationToken);
    }

    private void Replace(TokenSet tokens, byte[] protectedTokens)
    {
        _state = new SessionState.Active(tokens.Generation, protectedTokens);
        _hasRefreshToken = tokens.Refresh is not null;
    }

    // A wrong clock may have written or read the expiry; callers with the previous generation always get the retention.
    private DateTimeOffset ForgetTokensAt(DateTimeOffset expiresAt)
    {
        var now = clock.GetUtcNow();
        return (expiresAt > now ? expiresAt : now) + Retention;
    }

    private void NotifyWaiters()
    {
        _waiters?.SetResult();
        _waiters = null;
    }
}

/// <summary>What the ledger knows of a session.</summary>
internal abstract record SessionState
{
    /// <summary>Whether this generation is newer than the one that the ledger has of an active session.</summary>
    public bool IsBehind(int generation) => this is Active active && active.Generation < generation;

    /// <summary>Nothing: this replica has restarted, or has not seen the session for long.</summary>
    public sealed record Unknown : SessionState;

    /// <summary>The session is active, and this generation is the newest.</summary>
    public sealed record Active(int Generation, byte[] ProtectedTokens) : SessionState;

    /// <summary>The tombstone: no cookie of the session is accepted any more.</summary>
    public sealed record Ended(SessionEndReason Reason) : SessionState;
}

/// <summary>A failed refresh. Until the back-off is over no other is attempted, so that a failing provider is not flooded.</summary>
internal sealed class RefreshBackoff(RefreshOutcome.Unavailable failure, TimeProvider clock)
{
    private readonly Deadline _end = new(clock, failure.RetryAt);

    public RefreshOutcome.Unavailable Failure => failure;

    /// <summary>Over when either clock has passed it: a clock that was set back must not stop refreshes for hours.</summary>
    public bool IsOver => _end.MayHavePassed;
}
