namespace AvayaCloud.Identity.Postgres;

/// <summary>What a hold needs of its store.</summary>
internal sealed class Sharing(PortalDatabase database, SignalBoard board, Outbox outbox, HeldLocks held, TimeProvider clock)
{
    public PortalDatabase Database => database;

    public Outbox Outbox => outbox;

    public HeldLocks Held => held;

    public DateTimeOffset Now => clock.GetUtcNow();

    public KeepWrite Keep(SessionId id, SharedTokens tokens) => new(id, tokens, board.Replica) { Now = Now };

    public bool IsEnded(SessionId id) => board.IsEnded(id);

    public void Learn(SessionId id, DateTimeOffset? until)
    {
        if (until is { } end)
            board.Learn(id, end);
    }
}
