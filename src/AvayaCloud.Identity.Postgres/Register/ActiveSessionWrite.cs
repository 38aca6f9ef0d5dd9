namespace AvayaCloud.Identity.Postgres;

/// <summary>A line of the list of sessions; what another replica saw later stays.</summary>
internal sealed record ActiveSessionWrite(ActiveSession Session, ActiveSessionProtector Protector) : Write(KeyOf(Session.Id))
{
    private const string Put =
        """
        insert into spaces_portal.notes (session, person, seal, started_at, active_at, ends_at)
        select $1, $2, $3, $4, $5, $6
        where not exists (select from spaces_portal.ends where session = $1 and until > clock_timestamp())
        on conflict (session) do update
            set person = excluded.person, seal = excluded.seal,
                started_at = excluded.started_at, active_at = excluded.active_at, ends_at = excluded.ends_at
            where notes.active_at <= excluded.active_at
        """;

    public override Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync(
            Put,
            [
                Session.Id.Value, ActiveSessionProtector.HashUser(Session.UserId), Protector.Protect(Session),
                Session.StartedAt, Session.ActiveAt, Session.EndsAt,
            ],
            cancellationToken);

    internal static string KeyOf(SessionId id) => $"note {id.Value}";
}

/// <summary>A line that is out of date.</summary>
internal sealed record ActiveSessionRemoval(SessionId Id) : Write(ActiveSessionWrite.KeyOf(Id))
{
    public override Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync("delete from spaces_portal.notes where session = $1", [Id.Value], cancellationToken);
}
