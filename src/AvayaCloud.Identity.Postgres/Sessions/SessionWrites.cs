namespace AvayaCloud.Identity.Postgres;

/// <summary>The writes of one session. They compare generations and ends in SQL, so their order does not matter.</summary>
internal static class SessionWrites
{
    private const string UpsertTokens =
        """
        with written as (
            insert into spaces_portal.tokens (session, generation, seal, forget_at)
            select $1, $2, $3, clock_timestamp() + $4
            where not exists (select from spaces_portal.ends where session = $1 and until > clock_timestamp())
            on conflict (session) do update
                set generation = excluded.generation, seal = excluded.seal, forget_at = excluded.forget_at
                where tokens.generation < excluded.generation
            returning 1
        )
        select pg_notify($5, $6) from written
        """;

    private const string UpdateTokens =
        "update spaces_portal.tokens set seal = $3, forget_at = clock_timestamp() + $4 where session = $1 and generation = $2";

    private const string UpsertEnd =
        """
        insert into spaces_portal.ends (session, until, by_provider, why) values ($1, clock_timestamp() + $2, $3, $4)
        on conflict (session) do update set until = greatest(ends.until, excluded.until)
        """;

    private const string Notify = "select pg_notify($1, $2)";

    /// <summary>A newer generation. Does nothing when the database has an even newer one, or when the session has ended.</summary>
    public static PendingWrite Tokens(SessionId id, SharedTokens tokens, TimeSpan keepFor, string replica)
    {
        var payload = Signal.OfRefresh(replica, id, tokens.Generation).Payloads.Single();
        return new PendingWrite("tokens", id.Value, batch => batch.Add(
            UpsertTokens, id.Value, tokens.Generation, tokens.ProtectedTokens, keepFor, Signal.Channel, payload));
    }

    /// <summary>The same generation without its refresh token. Does nothing when the database has a newer one.</summary>
    public static PendingWrite TrimmedTokens(SessionId id, SharedTokens tokens, TimeSpan keepFor) =>
        new("trimmed tokens", id.Value, batch => batch.Add(
            UpdateTokens, id.Value, tokens.Generation, tokens.ProtectedTokens, keepFor));

    /// <summary>The end, without waiting for the session's lock. The tokens stay until the sweep, because the replica that ended the
    /// session may still have to revoke the newest ones. Signals go out when the batch commits, so no replica learns of an end that is not
    /// stored.</summary>
    public static PendingWrite End(SessionId id, SessionEnd end, TimeSpan keepFor, string replica) => new("end", id.Value, batch =>
    {
        batch.Add(UpsertEnd, id.Value, keepFor, end.Reason == SessionEndReason.ByProvider, EndReasonCode.Of(end.Reason))
            .Add("delete from spaces_portal.notes where session = $1", id.Value);
        foreach (var payload in Signal.OfEnd(replica, id, end.Reason, end.Until).Payloads)
            batch.Add(Notify, Signal.Channel, payload);
        return batch;
    });
}
