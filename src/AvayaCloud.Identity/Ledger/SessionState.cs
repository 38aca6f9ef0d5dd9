namespace AvayaCloud.Identity;

/// <summary>What the ledger knows of a session.</summary>
internal abstract record SessionState
{
    private SessionState()
    {
    }

    /// <summary>Nothing: this replica has just started, or has not seen the session for long.</summary>
    public sealed record Unknown : SessionState
    {
        internal static readonly Unknown Instance = new();
    }

    /// <summary>The session goes on, and this generation is the newest.</summary>
    public sealed record Active(int Generation, byte[] ProtectedTokens) : SessionState;

    /// <summary>The tombstone: no cookie of the session is accepted any more.</summary>
    public sealed record Ended(SessionEndReason Reason) : SessionState;
}
