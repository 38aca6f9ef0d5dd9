using Npgsql;

namespace AvayaCloud.Identity.Postgres;

/// <summary>How a session stands in the database.</summary>
internal static class Standing
{
    /// <summary>One row always: until when it is over, and its newest tokens, each null where there is nothing.</summary>
    public const string Read =
        """
        select ends.until, tokens.generation, tokens.seal, tokens.forget_at
        from (values ($1)) as asked (session)
        left join spaces_portal.ends on ends.session = asked.session and ends.until > $2
        left join spaces_portal.tokens on tokens.session = asked.session and tokens.forget_at > $2
        """;

    /// <summary>What stands in that row, and the end where there is one.</summary>
    public static async Task<(SharedStanding Standing, DateTimeOffset? Until)> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        DateTimeOffset? until = reader.IsDBNull(0) ? null : reader.TimeAt(0);
        var tokens = reader.IsDBNull(1) ? null : new SharedTokens(reader.GetInt32(1), reader.GetFieldValue<byte[]>(2), reader.TimeAt(3));
        return (new SharedStanding(until is not null, tokens), until);
    }

    /// <summary>Until when it is over; null while it goes on.</summary>
    public static async Task<DateTimeOffset?> ReadEndAsync(NpgsqlConnection connection, SessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var read = connection.Command(Read, id.Value, now);
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        return (await ReadAsync(reader, cancellationToken)).Until;
    }
}
