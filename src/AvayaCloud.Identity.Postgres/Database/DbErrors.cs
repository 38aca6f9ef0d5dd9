using System.Data.Common;
using System.Net.Sockets;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Separates failures of the database from our own bugs, and names them without hosts, users or values.</summary>
internal static class DbErrors
{
    public static bool IsDatabaseError(Exception exception) =>
        exception is DbException or SocketException or IOException or TimeoutException
        // Npgsql throws this when a connection that broke earlier is used again.
        || (exception is InvalidOperationException and not ObjectDisposedException && exception.Source == nameof(Npgsql));

    /// <summary>The server rejects this statement because of its data (SQLSTATE classes 22 and 23); a retry would fail as well.</summary>
    public static bool IsPermanent(Exception exception) =>
        exception is PostgresException { SqlState: var state }
        && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal));

    /// <summary>The server, or a pooler in front of it, answered with an error. Class 57 does not count: it is how a server reports that it
    /// is starting, stopping or has crashed.</summary>
    public static bool IsServerResponse(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => !state.StartsWith("57", StringComparison.Ordinal),
        NpgsqlException { InnerException: { } cause } => IsServerResponse(cause),
        _ => false,
    };

    public static string NameOf(Exception exception) => exception switch
    {
        PostgresException error => $"SQLSTATE {error.SqlState}",
        SocketException error => error.SocketErrorCode.ToString(),
        NpgsqlException { InnerException: { } cause } => NameOf(cause),
        _ => exception.GetType().Name,
    };
}
