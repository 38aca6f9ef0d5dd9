using System.Data.Common;
using Npgsql;

namespace SpacesPortal.Hosting;

/// <summary>
/// Several replicas over one PostgreSQL database: setting <c>ConnectionStrings:Portal</c>. Without it the portal stands alone.
/// </summary>
internal static class Cluster
{
    public const string Setting = "ConnectionStrings:Portal";

    public static WebApplicationBuilder AddCluster(this WebApplicationBuilder builder)
    {
        // One that cannot be read is named with all other mistakes (ValidatePortalOptions).
        if (IsConfigured(builder.Configuration) && Problem(builder.Configuration) is null)
            builder.Services.AddSessionsInPostgres(builder.Configuration[Setting]!);
        return builder;
    }

    public static bool IsConfigured(IConfiguration configuration) => configuration[Setting] is { Length: > 0 };

    /// <summary>Why the connection string is none; null when it may be one. Never repeats it: there is a password in it.</summary>
    public static string? Problem(IConfiguration configuration)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(configuration[Setting]).Host is not { Length: > 0 })
                return "names no Host";
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or DbException)
        {
            return "cannot be read: it is to look like Host=db;Database=portal;Username=portal;Password=…";
        }

        return IsTaken(configuration[Setting]!)
            ? null
            : "names a port or sizes of the pool that cannot be: look at Host and Minimum Pool Size";
    }

    private static bool IsTaken(string connectionString)
    {
        try
        {
            new ServiceCollection().AddSessionsInPostgres(connectionString);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
