namespace AvayaCloud.Identity;

/// <summary>How a session stands.</summary>
internal abstract record SessionState
{
    private SessionState()
    {
    }

    /// <summary>Not known here: since a start, or not for long.</summary>
    public sealed record Unknown : SessionState
    {
        internal static readonly Unknown Instance = new();
    }

    /// <summary>Alive, with this generation the newest. <see cref="Tokens"/> unseals it.</summary>
    public sealed record Live(int Generation, Func<TokenSet?> Tokens) : SessionState;

    /// <summary>Ended; a cookie of it is worth nothing.</summary>
    public sealed record Ended(SessionEndReason Why) : SessionState;
}
