namespace AvayaCloud.Identity.Postgres;

/// <summary>Statements with their values in order ($1, $2, …).</summary>
internal static class Statement
{
    public static async Task RunAsync(this NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The one value that the statement answers.</summary>
    public static async Task<T> AskAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(ParametersOf(values));
        return command;
    }

    public static NpgsqlBatch With(this NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(ParametersOf(values));
        batch.BatchCommands.Add(command);
        return batch;
    }

    public static DateTimeOffset TimeAt(this NpgsqlDataReader reader, int column) => new(reader.GetFieldValue<DateTime>(column));

    // timestamptz is taken from UTC only.
    private static NpgsqlParameter[] ParametersOf(object[] values) =>
        [.. values.Select(value => new NpgsqlParameter { Value = value is DateTimeOffset time ? time.UtcDateTime : value })];
}
