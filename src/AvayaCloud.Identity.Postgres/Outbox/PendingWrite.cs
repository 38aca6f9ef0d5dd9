namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// A write that the database must receive, now or once it is back. Idempotent, since it may run twice. Of two with the same kind and
/// subject the later one counts. Its statements run as one transaction.
/// </summary>
internal sealed record PendingWrite(string Kind, string Subject, Func<NpgsqlBatch, NpgsqlBatch> AddCommands)
{
    public string Key { get; } = $"{Kind} {Subject}";

    public async Task ExecuteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        await AddCommands(batch).ExecuteNonQueryAsync(cancellationToken);
    }
}
