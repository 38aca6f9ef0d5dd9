namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// What each connection asks of the server. A replica that vanished without closing its socket loses its locks within half a minute
/// (keepalive), and so does one that stands still (idle in transaction, longer than any answer of the provider may take). Limits that the
/// role may have set would cut off those who wait for a lock.
/// </summary>
/// <remarks>Set by statement: poolers refuse the start parameter <c>options</c>.</remarks>
internal static class SessionSettings
{
    private const string Set =
        """
        set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
        set idle_in_transaction_session_timeout = '120s'; set idle_session_timeout = 0; set statement_timeout = 0; set lock_timeout = 0
        """;

    /// <summary>Connections that are set up like this as they are opened.</summary>
    public static NpgsqlDataSource CreateDataSource(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).UsePhysicalConnectionInitializer(Apply, ApplyAsync).Build();

    private static void Apply(NpgsqlConnection connection)
    {
        using var set = connection.Command(Set);
        set.ExecuteNonQuery();
    }

    private static Task ApplyAsync(NpgsqlConnection connection) => connection.RunAsync(Set, [], CancellationToken.None);
}
