namespace AvayaCloud.Identity.Postgres;

/// <summary>A newer generation of a session's tokens. Does nothing where a newer one is, or the session is over.</summary>
internal sealed record TokensWrite(SessionId Id, SharedTokens Tokens, TimeSpan Remember, string Replica) : Write($"tokens {Id.Value}")
{
    private const string Keep =
        """
        with kept as (
            insert into spaces_portal.tokens (session, generation, seal, forget_at)
            select $1, $2, $3, clock_timestamp() + $4
            where not exists (select from spaces_portal.ends where session = $1 and until > clock_timestamp())
            on conflict (session) do update
                set generation = excluded.generation, seal = excluded.seal, forget_at = excluded.forget_at
                where tokens.generation < excluded.generation
            returning 1
        )
        select pg_notify($5, $6) from kept
        """;

    public override Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync(
            Keep,
            [
                Id.Value, Tokens.Generation, Tokens.ProtectedTokens, Remember,
                Signal.Channel, Signal.OfRenewal(Replica, Id, Tokens.Generation).Payloads.Single(),
            ],
            cancellationToken);
}

/// <summary>The same generation, sealed anew with less in it. Does nothing where a newer one is.</summary>
internal sealed record TrimWrite(SessionId Id, SharedTokens Tokens, TimeSpan Remember) : Write($"trim {Id.Value}")
{
    private const string Trim =
        "update spaces_portal.tokens set seal = $3, forget_at = clock_timestamp() + $4 where session = $1 and generation = $2";

    public override Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync(Trim, [Id.Value, Tokens.Generation, Tokens.ProtectedTokens, Remember], cancellationToken);
}
