using System.Data.Common;
using Npgsql;

namespace SpacesPortal.Hosting;

/// <summary>Several replicas over one PostgreSQL database: setting <c>ConnectionStrings:Portal</c>. Without it there is one
/// replica.</summary>
internal static class Cluster
{
    public const string Setting = "ConnectionStrings:Portal";

    public static WebApplicationBuilder AddCluster(this WebApplicationBuilder builder)
    {
        // A connection string that cannot be used is reported with the other errors (ValidatePortalOptions).
        if (IsConfigured(builder.Configuration) && FindError(builder.Configuration) is null)
            builder.Services.AddSessionsInPostgres(builder.Configuration[Setting]!);
        return builder;
    }

    public static bool IsConfigured(IConfiguration configuration) => configuration[Setting] is { Length: > 0 };

    /// <summary>Why the connection string cannot be used; null when it can. Never quotes it: it holds a password.</summary>
    public static string? FindError(IConfiguration configuration)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(configuration[Setting]).Host is not { Length: > 0 })
                return "names no Host";
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or DbException)
        {
            return "cannot be read: it must look like Host=db;Database=portal;Username=portal;Password=…";
        }

        try
        {
            new ServiceCollection().AddSessionsInPostgres(configuration[Setting]!);
            return null;
        }
        catch (ArgumentException)
        {
            return "has an impossible port or pool size: check Host and Minimum Pool Size";
        }
    }
}
