namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// The list of sessions over all replicas. Its writes have an outbox of their own: thousands of them push no sign-out aside.
/// </summary>
internal sealed class PostgresActiveSessionStore(
    PortalDatabase database, ActiveSessionProtector protector, PostgresTiming pace, TimeProvider clock, ILogger<Outbox> logger)
    : IActiveSessionStore, IAsyncDisposable
{
    private const string OfPerson =
        """
        select session, seal, started_at, active_at, ends_at from spaces_portal.notes
        where person = $1 and ends_at > clock_timestamp()
            and not exists (select from spaces_portal.ends where ends.session = notes.session and until > clock_timestamp())
        order by active_at desc, session
        """;

    private readonly Outbox _outbox = new(database, pace, clock, logger);

    public void Upsert(ActiveSession session) => _outbox.Post(new ActiveSessionWrite(session, protector));

    public void Remove(SessionId id) => _outbox.Post(new ActiveSessionRemoval(id));

    public async Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken) =>
        // Whoever has just signed in finds this session in the list.
        await _outbox.DrainAsync(cancellationToken)
            ? await database.AskAsync((connection, token) => ReadAsync(connection, userId, token), cancellationToken)
            : null;

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    private async Task<List<ActiveSession>> ReadAsync(NpgsqlConnection connection, string userId, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(OfPerson, ActiveSessionProtector.HashUser(userId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<ActiveSession> sessions = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (SessionId.TryParse(reader.GetString(0), out var id))
            {
                var browser = protector.Unprotect(id, reader.GetFieldValue<byte[]>(1));
                sessions.Add(new ActiveSession(id, userId, browser, reader.TimeAt(2), reader.TimeAt(3), reader.TimeAt(4)));
            }
        }

        return sessions;
    }
}
