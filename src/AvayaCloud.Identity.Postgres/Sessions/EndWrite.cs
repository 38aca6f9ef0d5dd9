namespace AvayaCloud.Identity.Postgres;

/// <summary>A session is over. Does not wait for the session's lock.</summary>
internal sealed record EndWrite(SessionId Id, End Over, TimeSpan Remember, string Replica) : Write($"end {Id.Value}")
{
    private const string End =
        """
        insert into spaces_portal.ends (session, until, by_provider, why) values ($1, clock_timestamp() + $2, $3, $4)
        on conflict (session) do update set until = greatest(ends.until, excluded.until)
        """;

    private const string Tell = "select pg_notify($1, $2)";
    private const string DropNote = "delete from spaces_portal.notes where session = $1";

    /// <summary>The tokens stay until the sweep: who ended the session may still have to revoke the newest of them.</summary>
    public override async Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // A batch is one transaction: nobody hears of an end that is not there.
        await using var end = new NpgsqlBatch(connection);
        end.With(End, Id.Value, Remember, Over.Why == SessionEndReason.ByProvider, Reason.Of(Over.Why)).With(DropNote, Id.Value);
        foreach (var payload in Signal.OfEnd(Replica, Id, Over.Why, Over.Until).Payloads)
            end.With(Tell, Signal.Channel, payload);
        await end.ExecuteNonQueryAsync(cancellationToken);
    }
}
