namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Server settings of every connection. A replica that vanishes without closing its socket loses its locks within half a minute
/// (keepalive), and so does one that hangs (idle in transaction for longer than any answer of the provider may take). Limits configured for
/// the role are lifted: they would cut off callers that wait for a lock.
/// </summary>
/// <remarks>Set by statement, because poolers reject the startup parameter <c>options</c>.</remarks>
internal static class SessionSettings
{
    private const string Set =
        """
        set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
        set idle_in_transaction_session_timeout = '120s'; set idle_session_timeout = 0; set statement_timeout = 0; set lock_timeout = 0
        """;

    public static NpgsqlDataSource CreateDataSource(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).UsePhysicalConnectionInitializer(Apply, ApplyAsync).Build();

    private static void Apply(NpgsqlConnection connection)
    {
        using var set = connection.CreateCommand(Set);
        set.ExecuteNonQuery();
    }

    private static Task ApplyAsync(NpgsqlConnection connection) => connection.ExecuteAsync(Set, [], CancellationToken.None);
}
