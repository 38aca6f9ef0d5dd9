namespace AvayaCloud.Identity.Postgres;

/// <summary>A session as the database has it: its end, with the time left until that is forgotten, and its newest tokens. Times are
/// relative, because the clocks of replicas may be wrong.</summary>
internal sealed record SessionRow(SessionEndReason? EndReason, TimeSpan EndExpiresIn, SharedTokens? Tokens)
{
    /// <summary>Always returns one row; its columns are null where there is no end or no tokens.</summary>
    public const string Query =
        $"""
        select ends.until - clock_timestamp(), {EndReasonCode.Column}, tokens.generation, tokens.seal, tokens.forget_at
        from (values ($1)) as asked (session)
        left join spaces_portal.ends on ends.session = asked.session and ends.until > clock_timestamp()
        left join spaces_portal.tokens on tokens.session = asked.session
        """;

    public static async Task<SessionRow> ReadAsync(NpgsqlConnection connection, SessionId id, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand(Query, id.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    public static async Task<SessionRow> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var tokens = reader.IsDBNull(2) ? null : new SharedTokens(reader.GetInt32(2), reader.GetFieldValue<byte[]>(3), reader.GetTime(4));
        return reader.IsDBNull(0)
            ? new SessionRow(EndReason: null, EndExpiresIn: default, tokens)
            : new SessionRow(
                EndReasonCode.Parse(reader.GetString(1)) ?? SessionEndReason.ByUser, reader.GetFieldValue<TimeSpan>(0), tokens);
    }
}
