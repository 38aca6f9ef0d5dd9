namespace AvayaCloud.Identity;

/// <summary>
/// Knows the newest tokens of each session for as long as anybody can be behind, lets one caller refresh while all others wait for its
/// result, and remembers the sessions that have ended. <see cref="Look"/> touches memory alone: it stands on the path of every request.
/// </summary>
internal interface ISessionLedger
{
    /// <summary>What is known of the session here and now.</summary>
    SessionState Look(SessionId id);

    /// <summary>
    /// Enters the tokens that a sign-in or a cookie brought, unless newer ones are known or the session has ended. Of a session that was not
    /// known here the other replicas are asked, who may have renewed it or heard of its end.
    /// </summary>
    ValueTask RecordAsync(SessionId id, TokenSet tokens, CancellationToken cancellationToken);

    /// <summary>The browser has shown that it holds this generation: what is kept for those behind it may go soon.</summary>
    void Confirm(SessionId id, int generation);

    /// <summary>
    /// The successor of <paramref name="spent"/>: the known one, or the one that <paramref name="source"/> fetches, once for all that ask,
    /// on whichever replica. The fetch outlives its first caller, because a rotated token that nobody keeps ends the session;
    /// <paramref name="cancellationToken"/> ends only the waiting.
    /// </summary>
    Task<RefreshOutcome> RefreshAsync(SessionId id, TokenSet spent, ITokenSource source, CancellationToken cancellationToken);

    /// <summary>Waits until a generation beyond the named one is known here, or the session has ended.</summary>
    Task NewsAsync(SessionId id, int generation, CancellationToken cancellationToken);

    /// <summary>Ends the session: until <paramref name="until"/>, no cookie and no answer under way can bring it back. The newest tokens known, to be revoked.</summary>
    ValueTask<TokenSet?> EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The failed refresh after which none is tried for a while; null when all is well.</summary>
    RefreshOutcome.Unavailable? TroubleOf(SessionId id);

    /// <summary>True once for a session that was ended without its refresh token at hand: whoever shows its cookie now has it, to be revoked.</summary>
    bool ClaimRevocation(SessionId id);

    /// <summary>Waits until no refresh is under way.</summary>
    Task SettleAsync(CancellationToken cancellationToken);

    /// <summary>From now on hears of each session that ends, here or on another replica, once.</summary>
    void Listen(Action<SessionId, SessionEndReason> ended);
}

/// <summary>Where a ledger gets the next generation from.</summary>
internal interface ITokenSource
{
    /// <summary>Trades the pair for its successor. What the provider may answer is an outcome, no exception.</summary>
    Task<RefreshOutcome> FetchAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken);

    /// <summary>The session ended while these were under way: nobody will use them. Returns at once.</summary>
    void Abandon(TokenSet orphans);
}
