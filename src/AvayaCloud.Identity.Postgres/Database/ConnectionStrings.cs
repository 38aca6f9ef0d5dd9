using System.Data.Common;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The operator's connection string, completed with defaults for each of the uses.</summary>
internal sealed class ConnectionStrings
{
    private const int DefaultMaxLocks = 20;
    private const int DefaultMaxStatements = 6;

    public ConnectionStrings(string configured)
    {
        try
        {
            var statements = Complete(configured, "brief", DefaultMaxStatements);
            var locks = Complete(configured, "locks", DefaultMaxLocks);
            // Npgsql checks ports inside host lists, and the sizes of pools, only here. This pool is the smallest one.
            using var check = NpgsqlDataSource.Create(statements);
            Statements = statements.ConnectionString;
            Locks = locks.ConnectionString;
            MaxLocks = locks.MaxPoolSize;
            Reclaims = new NpgsqlConnectionStringBuilder(Locks) { Pooling = false }.ConnectionString;
            var signals = Complete(configured, "signals", maxPoolSize: 1).ConnectionString;
            Signals = new NpgsqlConnectionStringBuilder(signals) { Pooling = false, KeepAlive = 5 }.ConnectionString;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
#pragma warning disable MA0054 // The driver's exception quotes the text that it cannot parse, which may be the password.
            throw new ArgumentException(
                "The PostgreSQL connection string cannot be parsed. Expected: Host=db;Database=portal;Username=portal;Password=…",
                nameof(configured));
#pragma warning restore MA0054
        }
    }

    /// <summary>For statements that take milliseconds.</summary>
    public string Statements { get; }

    /// <summary>For locks, each of which keeps its connection for as long as the provider takes to answer.</summary>
    public string Locks { get; }

    /// <summary>For locks whose connection broke: the broken one still counts in its pool.</summary>
    public string Reclaims { get; }

    /// <summary>For the one connection that listens for signals; its keepalive notices a dead connection.</summary>
    public string Signals { get; }

    /// <summary>Locks that may be held or awaited at once; further callers queue in this process.</summary>
    public int MaxLocks { get; }

    private static NpgsqlConnectionStringBuilder Complete(string configured, string use, int maxPoolSize)
    {
        _ = new NpgsqlConnectionStringBuilder(configured);
        var builder = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = "SpacesPortal",
            Timeout = 3,
            CommandTimeout = 5,
            CancellationTimeout = 1000,
            MaxPoolSize = maxPoolSize,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 10,
            TcpKeepAliveInterval = 5,
            // Keeps the settings made when the connection was opened. An open transaction is rolled back regardless.
            NoResetOnClose = true,
            // Otherwise the driver looks for a Kerberos library, which the image does not have.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        foreach (KeyValuePair<string, object> setting in new DbConnectionStringBuilder { ConnectionString = configured })
            builder[setting.Key] = setting.Value;
        // Tells the uses apart in pg_stat_activity.
        builder.ApplicationName = $"{builder.ApplicationName} {use}";
        return builder;
    }
}
