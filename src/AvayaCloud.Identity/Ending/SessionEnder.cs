namespace AvayaCloud.Identity;

/// <summary>Ends sessions on all replicas, and has their refresh tokens revoked.</summary>
internal sealed class SessionEnder(
    SessionLedger ledger, ISessionStore store, TokenProtector protector, RevocationQueue revocations, IActiveSessionStore sessions,
    IEnumerable<ISessionEndObserver> observers, IOptions<SessionLifetime> lifetime, TimeProvider clock)
{
    // The absolute end of a session is not known here. Counted from now it is later than that of any of its cookies.
    private DateTimeOffset LatestEnd => lifetime.Value.AbsoluteEndOf(clock.GetUtcNow());

    /// <summary>Ends the session; its refresh token is revoked in the background.</summary>
    /// <param name="fromCookie">The refresh token of the request's cookie, if there is a request.</param>
    public async Task EndAsync(SessionId id, SessionEndReason reason, RefreshToken? fromCookie, CancellationToken cancellationToken)
    {
        if (await TombstoneAsync(id, reason, fromCookie, cancellationToken) is { } token)
            revocations.Enqueue(token);
    }

    /// <summary>Ends the session and tries to revoke its refresh token at once. False when that is left to the background.</summary>
    public async Task<bool> EndAndRevokeAsync(
        SessionId id, SessionEndReason reason, RefreshToken? fromCookie, CancellationToken cancellationToken)
    {
        var token = await TombstoneAsync(id, reason, fromCookie, CancellationToken.None);
        return token is null || await revocations.RevokeAsync(token.Value, cancellationToken);
    }

    /// <summary>Another replica has ended the session. The store remembers the end of a session that is unknown here.</summary>
    public void ApplyEnd(SessionId id, SessionEndReason reason)
    {
        if (!ledger.Contains(id) || ledger.Tombstone(id, reason, LatestEnd).IsNew)
            Notify(id, reason);
    }

    /// <summary>A cookie of a session that was ended without it: its refresh token is revoked, once.</summary>
    public void RevokeLate(SessionId id, RefreshToken? fromCookie)
    {
        if (fromCookie is { } token && ledger.TryClaimRevocation(id))
            revocations.Enqueue(token);
    }

    /// <summary>New tokens that no session will use: their refresh token is revoked.</summary>
    public void Discard(TokenSet tokens)
    {
        if (tokens.Refresh is { } token)
            revocations.Enqueue(token);
    }

    /// <summary>The token to revoke; null when there is none, or a cookie has yet to bring it.</summary>
    private async Task<RefreshToken?> TombstoneAsync(
        SessionId id, SessionEndReason reason, RefreshToken? fromCookie, CancellationToken cancellationToken)
    {
        var until = LatestEnd;
        // Without an entry, the observers were notified when the store learned of the end (ApplyEnd).
        var isSignalled = !ledger.Contains(id) && ledger.GetState(id) is SessionState.Ended;
        var (isNew, newest) = ledger.Tombstone(id, reason, until);
        if (isNew && !isSignalled)
            Notify(id, reason);
        await store.EndAsync(id, reason, until, cancellationToken);

        // Another replica may have refreshed since: then its token is the valid one.
        var shared = await store.ReadAsync(id, cancellationToken);
        newest = protector.UnprotectNewer(id, shared, newest?.Generation ?? 0) ?? newest;
        var token = newest?.Refresh ?? fromCookie;
        if (token is not null)
            ledger.TryClaimRevocation(id);

        // A token that the provider has refused need not be revoked.
        return reason == SessionEndReason.ByProvider ? null : token;
    }

    private void Notify(SessionId id, SessionEndReason reason)
    {
        sessions.Remove(id);
        foreach (var observer in observers)
            observer.OnEnded(id, reason);
    }
}
