using Npgsql;

namespace AvayaCloud.Identity.Postgres;

/// <summary>A session is over. Waits for nobody: not for the session's lock, and not for a row that a refresh is writing.</summary>
internal sealed record EndWrite(SessionId Id, DateTimeOffset Until, string Replica) : Write($"end {Id.Value}")
{
    private const string End =
        """
        insert into spaces_portal.ends (session, until) values ($1, $2)
        on conflict (session) do update set until = greatest(ends.until, excluded.until)
        """;

    private const string Tell = "select pg_notify($1, $2)";
    private const string DropTokens = "delete from spaces_portal.tokens where session = $1";
    private const string DropNote = "delete from spaces_portal.notes where session = $1";

    public override async Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // A batch is one transaction: nobody hears of an end that is not there.
        await using (var end = new NpgsqlBatch(connection))
        {
            end.With(End, Id.Value, Until).With(Tell, Signal.Channel, Signal.OfEnd(Replica, Id, Until).ToString());
            await end.ExecuteNonQueryAsync(cancellationToken);
        }

        // After it: the row may be held by a refresh for a moment.
        await using var drop = new NpgsqlBatch(connection);
        drop.With(DropTokens, Id.Value).With(DropNote, Id.Value);
        await drop.ExecuteNonQueryAsync(cancellationToken);
    }
}
