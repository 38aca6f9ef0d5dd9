using System.Data.Common;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What the operator's connection string leaves open, filled in for each of the three uses.</summary>
internal sealed class ConnectionStrings(string given)
{
    private const int MostHolds = 20;
    private const int MostOthers = 6;

    /// <summary>For statements that take milliseconds.</summary>
    public string Brief { get; } = Usable(Fill(given, "brief", pool: MostOthers)) ?? throw Unreadable(given);

    /// <summary>For locks, each of which keeps a connection as long as the provider takes to answer.</summary>
    public string Holding { get; } = Fill(given, "locks", pool: MostHolds).ConnectionString;

    /// <summary>For a lock whose connection broke, which is still in its pool's count.</summary>
    public string Reclaiming { get; } =
        new NpgsqlConnectionStringBuilder(Fill(given, "locks", pool: 1).ConnectionString) { Pooling = false }.ConnectionString;

    /// <summary>For the one connection that hears signals; it asks now and then whether it is still one.</summary>
    public string Listening { get; } =
        new NpgsqlConnectionStringBuilder(Fill(given, "signals", pool: 1).ConnectionString) { Pooling = false, KeepAlive = 5 }
            .ConnectionString;

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
            // What SessionSettings has set lasts as long as the connection. An open transaction is rolled back all the same.
            NoResetOnClose = true,
            // Else the driver looks for a Kerberos library, which the image does not have.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        foreach (KeyValuePair<string, object> setting in Read(given) ?? throw Unreadable(given))
            filled[setting.Key] = setting.Value;
        // Tells them apart in pg_stat_activity.
        filled.ApplicationName = $"{filled.ApplicationName} {use}";
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

    // Ports within hosts and sizes of pools are looked at no sooner. This pool is the smallest one.
    private static string? Usable(NpgsqlConnectionStringBuilder filled)
    {
        try
        {
            using var source = NpgsqlDataSource.Create(filled);
            return filled.ConnectionString;
        }
        catch (Exception unusable) when (unusable is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static ArgumentException Unreadable(string given) =>
        new(
            "The connection string of PostgreSQL cannot be read; it looks like Host=db;Database=portal;Username=portal;Password=…",
            nameof(given));
}
