using Npgsql;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Revocations that any replica may finish. A lease is a due time set forward: one that dies with its replica falls due again.</summary>
internal sealed class PostgresRevocationStore(PortalDatabase database, Outbox outbox, TimeProvider clock) : IRevocationStore
{
    private const string Take =
        """
        with due as (
            select id from spaces_portal.revocations where due_at <= $1 order by due_at limit $2 for update skip locked
        )
        update spaces_portal.revocations set due_at = $3 from due where revocations.id = due.id
        returning revocations.id, revocations.seal, revocations.attempt
        """;

    private const string CountAll = "select count(*) from spaces_portal.revocations";

    private volatile int _count;

    public int Count => _count;

    public ValueTask AddAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        outbox.WriteAsync(new RevocationWrite(revocation, dueAt), cancellationToken);

    public ValueTask PostponeAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        outbox.WriteAsync(new RevocationWrite(revocation, dueAt), cancellationToken);

    public ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken) => outbox.WriteAsync(new RevocationRemoval(id), cancellationToken);

    public async ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(int most, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        await database.AskAsync((connection, token) => TakeAsync(connection, most, leaseUntil, token), cancellationToken) ?? [];

    private async Task<List<PendingRevocation>> TakeAsync(NpgsqlConnection connection, int most, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.With(Take, clock.GetUtcNow(), most, leaseUntil).With(CountAll);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<PendingRevocation> due = [];
        while (await reader.ReadAsync(cancellationToken))
            due.Add(new PendingRevocation(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.GetInt32(2)));
        if (await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
            _count = (int)reader.GetInt64(0);
        return due;
    }
}
