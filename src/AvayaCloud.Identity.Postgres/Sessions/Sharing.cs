namespace AvayaCloud.Identity.Postgres;

/// <summary>What a hold needs of its store.</summary>
internal sealed class Sharing(PortalDatabase database, SignalBoard board, Outbox outbox, HeldLocks held, TimeProvider clock)
{
    public PortalDatabase Database => database;

    public Outbox Outbox => outbox;

    public HeldLocks Held => held;

    public DateTimeOffset Now => clock.GetUtcNow();

    public KeepWrite Keep(SessionId id, SharedTokens tokens) => new(id, tokens, tokens.ForgetAt - Now, board.Replica);

    public bool IsEnded(SessionId id) => board.EndOf(id) is not null;

    public void Learn(SessionId id, End? end)
    {
        if (end is { } over)
            board.Learn(id, over);
    }
}
