namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Revocations that any replica may finish. A lease is a due time set forward: one that dies with its replica falls due again. What is due
/// is judged by the server's clock, which is one, where those of replicas may be wrong.
/// </summary>
internal sealed class PostgresRevocationStore(PortalDatabase database, Outbox outbox, TimeProvider clock) : IRevocationStore
{
    private const string Take =
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

    public ValueTask AddAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        outbox.WriteAsync(new RevocationWrite(revocation, From(dueAt)), cancellationToken);

    public ValueTask PostponeAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        outbox.WriteAsync(new RevocationWrite(revocation, From(dueAt)), cancellationToken);

    public ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        outbox.WriteAsync(new RevocationRemoval(id), cancellationToken);

    public async ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(
        int most, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        await database.AskAsync((connection, token) => TakeAsync(connection, most, From(leaseUntil), token), cancellationToken) ?? [];

    private TimeSpan From(DateTimeOffset at) => at - clock.GetUtcNow();

    private async Task<List<PendingRevocation>> TakeAsync(
        NpgsqlConnection connection, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.With(Take, most, lease).With(CountAll);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<PendingRevocation> due = [];
        while (await reader.ReadAsync(cancellationToken))
            due.Add(new PendingRevocation(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.GetInt32(2)));
        if (await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
            _count = (int)reader.GetInt64(0);
        return due;
    }
}
