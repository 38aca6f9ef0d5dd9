namespace AvayaCloud.Identity.Postgres;

/// <summary>A revocation that waits, or waits longer.</summary>
internal sealed record RevocationWrite(PendingRevocation Revocation, TimeSpan Wait) : Write(KeyOf(Revocation.Id))
{
    private const string Put =
        """
        insert into spaces_portal.revocations (id, seal, attempt, due_at) values ($1, $2, $3, clock_timestamp() + $4)
        on conflict (id) do update set attempt = excluded.attempt, due_at = excluded.due_at
        """;

    public override Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync(Put, [Revocation.Id, Revocation.ProtectedToken, Revocation.Attempt, Wait], cancellationToken);

    internal static string KeyOf(Guid id) => $"revocation {id}";
}

/// <summary>A revocation that waits no more.</summary>
internal sealed record RevocationRemoval(Guid Id) : Write(RevocationWrite.KeyOf(Id))
{
    public override Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync("delete from spaces_portal.revocations where id = $1", [Id], cancellationToken);
}
