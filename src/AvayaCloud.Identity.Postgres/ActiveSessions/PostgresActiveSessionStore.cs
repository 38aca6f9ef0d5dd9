using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The active sessions of all replicas. The database does not learn which user has which session in which browser. The writes have
/// their own outbox, because thousands of them must not displace a sign-out.</summary>
internal sealed class PostgresActiveSessionStore(
    PortalDatabase database, IDataProtectionProvider protection, PostgresTiming timing, TimeProvider clock, ILogger<Outbox> logger)
    : IActiveSessionStore, IAsyncDisposable
{
    private const string Kind = "active session";
    private const char Separator = '\n';

    // The row that another replica wrote for a later activity stays.
    private const string UpsertSession =
        """
        insert into spaces_portal.notes (session, person, seal, started_at, active_at, ends_at)
        select $1, $2, $3, $4, $5, $6
        where not exists (select from spaces_portal.ends where session = $1 and until > clock_timestamp())
        on conflict (session) do update
            set person = excluded.person, seal = excluded.seal,
                started_at = excluded.started_at, active_at = excluded.active_at, ends_at = excluded.ends_at
            where notes.active_at <= excluded.active_at
        """;

    private const string DeleteSession = "delete from spaces_portal.notes where session = $1";

    private const string SelectOfUser =
        """
        select session, seal, started_at, active_at, ends_at from spaces_portal.notes
        where person = $1 and ends_at > clock_timestamp()
            and not exists (select from spaces_portal.ends where ends.session = notes.session and until > clock_timestamp())
        order by active_at desc, session
        """;

    private readonly IDataProtector _protector = protection.CreateProtector("AvayaCloud.Identity.Postgres.Note.v1");
    private readonly Outbox _outbox = new(database, timing, clock, logger);

    public void Upsert(ActiveSession session) => _outbox.Post(new PendingWrite(Kind, session.Id.Value, batch => batch.Add(
        UpsertSession, session.Id.Value, HashUser(session.UserId), Protect(session),
        session.StartedAt, session.ActiveAt, session.EndsAt)));

    public void Remove(SessionId id) => _outbox.Post(new PendingWrite(Kind, id.Value, batch => batch.Add(DeleteSession, id.Value)));

    public async Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken) =>
        // A user who has just signed in must find this session in the list.
        await _outbox.DrainAsync(cancellationToken)
            ? await database.TryQueryAsync((connection, token) => ReadAsync(connection, userId, token), cancellationToken)
            : null;

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    private async Task<List<ActiveSession>> ReadAsync(NpgsqlConnection connection, string userId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand(SelectOfUser, HashUser(userId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<ActiveSession> sessions = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (SessionId.TryParse(reader.GetString(0), out var id))
            {
                var browser = UnprotectBrowser(id, reader.GetFieldValue<byte[]>(1));
                sessions.Add(new ActiveSession(id, userId, browser, reader.GetTime(2), reader.GetTime(3), reader.GetTime(4)));
            }
        }

        return sessions;
    }

    private static byte[] HashUser(string userId) => SHA256.HashData(Encoding.UTF8.GetBytes(userId));

    private byte[] Protect(ActiveSession session) =>
        _protector.Protect(Encoding.UTF8.GetBytes($"{session.Id.Value}{Separator}{session.Browser}"));

    // Empty when it was protected for another session, or with keys that no longer exist.
    private string UnprotectBrowser(SessionId id, byte[] protectedData)
    {
        try
        {
            var text = Encoding.UTF8.GetString(_protector.Unprotect(protectedData));
            return text.StartsWith(id.Value + Separator, StringComparison.Ordinal) ? text[(id.Value.Length + 1)..] : "";
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
