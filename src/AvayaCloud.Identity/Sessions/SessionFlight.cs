namespace AvayaCloud.Identity;

/// <summary>One refresh, from the session's lock to the successor in the store.</summary>
internal sealed class SessionFlight(ISessionStore store, TokenProtector seal, SessionLifetime lifetime, SessionMetrics metrics, TimeProvider clock)
{
    /// <summary>Another replica's refresh may be waited for and then be followed by one's own; each ends by its answer (<see cref="ProviderBackchannel"/>), not by this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WithoutStore = TimeSpan.FromSeconds(2);

    public CancellationTokenSource Limit() => new(Longest, clock);

    public async Task<RefreshOutcome> FlyAsync(SessionId id, TokenSet spent, ITokenSource source, CancellationToken limit)
    {
        try
        {
            await using var hold = await store.HoldAsync(id, limit);
            return hold is null
                ? new RefreshOutcome.Unavailable("the sessions' store cannot be reached", clock.GetUtcNow() + WithoutStore)
                : await FlyAsync(id, spent, hold, source, limit);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new RefreshOutcome.Unavailable("no answer in time", clock.GetUtcNow() + AfterFailure);
        }
    }

    /// <summary>A fetch that threw is a bug, and no reason to ask again with every request.</summary>
    public RefreshOutcome.Unavailable AfterBug() => new("the refresh failed", clock.GetUtcNow() + AfterFailure);

    private async Task<RefreshOutcome> FlyAsync(SessionId id, TokenSet spent, ISessionLock hold, ITokenSource source, CancellationToken limit)
    {
        if (hold.Standing.End is not null)
            return new RefreshOutcome.Ended("the session is over");
        if (hold.Standing.Tokens is { } shared && shared.Generation > spent.Generation && seal.Open(id, shared.Seal) is { } successor)
        {
            metrics.Refreshed("shared");
            return new RefreshOutcome.Renewed(successor);
        }

        if (spent.Refresh is null)
            return RefreshOutcome.RefreshTokenInCookieOnly.Instance;

        var outcome = await source.FetchAsync(id, spent, limit);
        if (outcome.Brought is not { } tokens
            || await hold.KeepAsync(new SharedTokens(tokens.Generation, seal.Seal(id, tokens), clock.GetUtcNow() + lifetime.IdleTimeout), CancellationToken.None))
        {
            return outcome;
        }

        source.Abandon(tokens);
        return new RefreshOutcome.Ended("the session ended meanwhile");
    }
}
