namespace AvayaCloud.Identity.Postgres;

/// <summary>Statements with positional parameters ($1, $2, …).</summary>
internal static class NpgsqlExtensions
{
    /// <returns>The number of rows affected.</returns>
    public static async Task<int> ExecuteAsync(
        this NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<T> ExecuteScalarAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static NpgsqlCommand CreateCommand(this NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(CreateParameters(values));
        return command;
    }

    public static NpgsqlBatch Add(this NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(CreateParameters(values));
        batch.BatchCommands.Add(command);
        return batch;
    }

    public static DateTimeOffset GetTime(this NpgsqlDataReader reader, int column) => new(reader.GetFieldValue<DateTime>(column));

    // Npgsql accepts only UTC for timestamptz.
    private static NpgsqlParameter[] CreateParameters(object[] values) =>
        [.. values.Select(value => new NpgsqlParameter { Value = value is DateTimeOffset time ? time.UtcDateTime : value })];
}
