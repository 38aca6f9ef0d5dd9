namespace AvayaCloud.Identity;

/// <summary>
/// Knows the newest tokens of each session for as long as anybody can be behind, lets one caller refresh while all others wait for its
/// result, and remembers the sessions that have ended. <see cref="Look"/> touches memory alone: it stands on the path of every request.
/// </summary>
public interface ISessionLedger
{
    /// <summary>What is known of the session here and now.</summary>
    SessionStanding Look(SessionId id);

    /// <summary>Enters the tokens that a sign-in or a cookie brought, unless newer ones are known or the session has ended.</summary>
    ValueTask RecordAsync(SessionId id, TokenSet tokens, CancellationToken cancellationToken);

    /// <summary>The browser has shown that it holds this generation: what is kept for those behind it may go soon.</summary>
    void Confirm(SessionId id, int generation);

    /// <summary>
    /// The successor of <paramref name="spent"/>: the known one, or the one that <paramref name="refresh"/> fetches, once for all that ask.
    /// The fetch outlives its first caller, because a rotated token that nobody keeps ends the session; <paramref name="cancellationToken"/>
    /// ends only the waiting.
    /// </summary>
    Task<RefreshOutcome> RefreshAsync(
        SessionId id, TokenSet spent, Func<TokenSet, CancellationToken, Task<RefreshOutcome>> refresh, CancellationToken cancellationToken);

    /// <summary>Ends the session: until <paramref name="until"/>, no cookie and no answer under way can bring it back. The newest tokens known, to be revoked.</summary>
    ValueTask<TokenSet?> EndAsync(SessionId id, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>How a session stands.</summary>
public abstract record SessionStanding
{
    private SessionStanding()
    {
    }

    /// <summary>Not known here: since a start, or not for long.</summary>
    public sealed record Unknown : SessionStanding
    {
        internal static readonly Unknown Instance = new();
    }

    /// <summary>Alive, with this generation the newest. <see cref="Tokens"/> unseals it.</summary>
    public sealed record Live(int Generation, Func<TokenSet?> Tokens) : SessionStanding;

    /// <summary>Ended; a cookie of it is worth nothing.</summary>
    public sealed record Ended : SessionStanding
    {
        internal static readonly Ended Instance = new();
    }
}

/// <summary>How an attempt to renew the tokens came out.</summary>
public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>The newest generation.</summary>
    public sealed record Renewed(TokenSet Tokens) : RefreshOutcome;

    /// <summary>The provider will give no more tokens, or the session was ended meanwhile.</summary>
    public sealed record Ended(string Reason) : RefreshOutcome;

    /// <summary>Nothing is lost: the session and its token stay, and it is tried again not before <paramref name="RetryAt"/>.</summary>
    public sealed record Unavailable(string Reason, DateTimeOffset RetryAt) : RefreshOutcome;
}
