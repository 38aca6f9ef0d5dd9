using System.Data.Common;
using System.Net.Sockets;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Tells what the database may do to us from what is a bug of ours, and names it without hosts, users or values.</summary>
internal static class Trouble
{
    public static bool Is(Exception exception) =>
        exception is DbException or SocketException or IOException or TimeoutException
        // A connection that broke before is closed when it is used again.
        || (exception is InvalidOperationException and not ObjectDisposedException && exception.Source == nameof(Npgsql));

    /// <summary>The server is there and does not take this statement: no sense in trying it again.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is PostgresException { SqlState: var state }
        && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal));

    /// <summary>
    /// The server, or a pooler before it, has answered with an error. Class 57 is left out: a server that starts, stops or has crashed
    /// tells it in that way.
    /// </summary>
    public static bool IsFromServer(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => !state.StartsWith("57", StringComparison.Ordinal),
        NpgsqlException { InnerException: { } cause } => IsFromServer(cause),
        _ => false,
    };

    /// <summary>The role may not do this (SQLSTATE 42501).</summary>
    public static bool IsForbidden(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege };

    public static string NameOf(Exception exception) => exception switch
    {
        PostgresException refused => $"SQLSTATE {refused.SqlState}",
        SocketException broken => broken.SocketErrorCode.ToString(),
        NpgsqlException { InnerException: { } cause } => NameOf(cause),
        _ => exception.GetType().Name,
    };
}
