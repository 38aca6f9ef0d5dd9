using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

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
        exception is PostgresException { SqlState: var state } && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal));

    public static string NameOf(Exception exception) => exception switch
    {
        PostgresException refused => $"SQLSTATE {refused.SqlState}",
        SocketException broken => broken.SocketErrorCode.ToString(),
        NpgsqlException { InnerException: { } cause } => NameOf(cause),
        _ => exception.GetType().Name,
    };
}
