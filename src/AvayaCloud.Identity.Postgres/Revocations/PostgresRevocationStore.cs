namespace AvayaCloud.Identity.Postgres;

/// <summary>Revocations that any replica may finish. A lease moves the due time ahead, so a revocation whose replica dies becomes due
/// again. The server's clock decides what is due, because the clocks of replicas may be wrong.</summary>
internal sealed class PostgresRevocationStore(PortalDatabase database, Outbox outbox, TimeProvider clock) : IRevocationStore
{
    private const string Kind = "revocation";

    private const string UpsertRevocation =
        """
        insert into spaces_portal.revocations (id, seal, attempt, due_at) values ($1, $2, $3, clock_timestamp() + $4)
        on conflict (id) do update set attempt = excluded.attempt, due_at = excluded.due_at
        """;

    private const string Delete = "delete from spaces_portal.revocations where id = $1";

    private const string LeaseDue =
        """
        with due as (
            select id from spaces_portal.revocations where due_at <= clock_timestamp() order by due_at limit $1 for update skip locked
        )
        update spaces_portal.revocations set due_at = clock_timestamp() + $2 from due where revocations.id = due.id
        returning revocations.id, revocations.seal, revocations.attempt
        """;

    private const string CountAll = "select count(*) from spaces_portal.revocations";

    private volatile int _count;

    public int Count => _count;

    public ValueTask UpsertAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var delay = DelayUntil(dueAt);
        return outbox.WriteAsync(
            new PendingWrite(Kind, revocation.Id.ToString(), batch => batch.Add(
                UpsertRevocation, revocation.Id, revocation.ProtectedToken, revocation.Attempt, delay)),
            cancellationToken);
    }

    public ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        outbox.WriteAsync(new PendingWrite(Kind, id.ToString(), batch => batch.Add(Delete, id)), cancellationToken);

    public async ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(
        int count, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        var lease = DelayUntil(leaseUntil);
        return await database.TryQueryAsync((connection, token) => TakeAsync(connection, count, lease, token), cancellationToken) ?? [];
    }

    private TimeSpan DelayUntil(DateTimeOffset time) => time - clock.GetUtcNow();

    private async Task<List<PendingRevocation>> TakeAsync(
        NpgsqlConnection connection, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(LeaseDue, count, lease).Add(CountAll);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<PendingRevocation> due = [];
        while (await reader.ReadAsync(cancellationToken))
            due.Add(new PendingRevocation(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.GetInt32(2)));
        if (await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
            _count = (int)reader.GetInt64(0);
        return due;
    }
}
