namespace AvayaCloud.Identity.Postgres;

/// <summary>What a hold needs of its store.</summary>
internal sealed class Sharing(PortalDatabase database, EndedSessions board, Outbox outbox, LockRegistry held, TimeProvider clock)
{
    public PortalDatabase Database => database;

    public Outbox Outbox => outbox;

    public LockRegistry Held => held;

    public DateTimeOffset Now => clock.GetUtcNow();

    public TokensWrite Keep(SessionId id, SharedTokens tokens) => new(id, tokens, tokens.ForgetAt - Now, board.Replica);

    public bool IsEnded(SessionId id) => board.GetEndReason(id) is not null;

    public void Learn(SessionId id, End? end)
    {
        if (end is { } over)
            board.Learn(id, over);
    }
}
