namespace AvayaCloud.Identity.Postgres;

/// <summary>How a session stands in the database.</summary>
internal static class SessionStateQuery
{
    /// <summary>
    /// One row always: how long it is over yet and why, and its newest tokens, each null where there is nothing. By the server's clock,
    /// which is one, where those of replicas may be wrong.
    /// </summary>
    public const string Read =
        $"""
        select ends.until - clock_timestamp(), {Reason.Column}, tokens.generation, tokens.seal, tokens.forget_at
        from (values ($1)) as asked (session)
        left join spaces_portal.ends on ends.session = asked.session and ends.until > clock_timestamp()
        left join spaces_portal.tokens on tokens.session = asked.session
        """;

    /// <summary>What stands in that row, and the end where there is one.</summary>
    public static async Task<(SharedSessionState State, End? End)> ReadAsync(
        NpgsqlDataReader reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        End? end = reader.IsDBNull(0)
            ? null
            : new End(Reason.Read(reader.GetString(1)) ?? SessionEndReason.ByPerson, now + reader.GetFieldValue<TimeSpan>(0));
        var tokens = reader.IsDBNull(2) ? null : new SharedTokens(reader.GetInt32(2), reader.GetFieldValue<byte[]>(3), reader.TimeAt(4));
        return (new SharedSessionState(end?.Why, tokens), end);
    }

    /// <summary>Null while it goes on.</summary>
    public static async Task<End?> ReadEndAsync(
        NpgsqlConnection connection, SessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var read = connection.Command(Read, id.Value);
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        return (await ReadAsync(reader, now, cancellationToken)).End;
    }
}
