using System.Data.Common;
using Npgsql;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What the operator's connection string leaves open, filled in for each of the three uses.</summary>
internal sealed class ConnectionStrings(string given)
{
    private const int MostHolds = 20;
    private const int MostOthers = 6;

    /// <summary>
    /// On the server's side: a replica that vanished without closing its socket loses its locks within half a minute (keepalive), and so
    /// does one that stands still (idle in transaction, longer than any answer of the provider may take). Limits that the role may have set
    /// would cut off those who wait for a lock.
    /// </summary>
    private const string ServerOptions =
        "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 "
        + "-c idle_in_transaction_session_timeout=120s -c idle_session_timeout=0 -c statement_timeout=0 -c lock_timeout=0";

    /// <summary>For statements that take milliseconds.</summary>
    public string Brief { get; } = Fill(given, "brief", pool: MostOthers).ConnectionString;

    /// <summary>For locks, each of which keeps a connection as long as the provider takes to answer.</summary>
    public string Holding { get; } = Fill(given, "locks", pool: MostHolds).ConnectionString;

    /// <summary>For a lock whose connection broke, which is still in its pool's count.</summary>
    public string Reclaiming { get; } = new NpgsqlConnectionStringBuilder(Fill(given, "locks", pool: 1).ConnectionString) { Pooling = false }.ConnectionString;

    /// <summary>For the one connection that hears signals; it asks now and then whether it is still one.</summary>
    public string Listening { get; } =
        new NpgsqlConnectionStringBuilder(Fill(given, "signals", pool: 1).ConnectionString) { Pooling = false, KeepAlive = 5 }.ConnectionString;

    /// <summary>Locks that may be held or waited for at once; more wait for their turn here.</summary>
    public int Holds { get; } = Fill(given, "locks", pool: MostHolds).MaxPoolSize;

    private static NpgsqlConnectionStringBuilder Fill(string given, string use, int pool)
    {
        var filled = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = "SpacesPortal",
            Timeout = 3,
            CommandTimeout = 5,
            CancellationTimeout = 1000,
            MaxPoolSize = pool,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 10,
            TcpKeepAliveInterval = 5,
            // Else the driver looks for a Kerberos library, which the image does not have.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        foreach (KeyValuePair<string, object> setting in Read(given) ?? throw Unreadable(given))
            filled[setting.Key] = setting.Value;
        // Tells them apart in pg_stat_activity.
        filled.ApplicationName = $"{filled.ApplicationName} {use}";
        filled.Options = $"{ServerOptions} {filled.Options}".TrimEnd();
        return filled;
    }

    // The driver's exceptions quote what they could not read, which may be the password: not even an inner one may travel.
    private static DbConnectionStringBuilder? Read(string given)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(given);
            return new DbConnectionStringBuilder { ConnectionString = given };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static ArgumentException Unreadable(string given) =>
        new("The connection string of PostgreSQL cannot be read; it looks like Host=db;Database=portal;Username=portal;Password=…", nameof(given));
}
