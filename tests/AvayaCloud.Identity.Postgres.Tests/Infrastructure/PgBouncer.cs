using System.Globalization;
using Npgsql;

namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>
/// A pooler before the tests' server, with its package's settings: it refuses every start parameter that it does not know.
/// </summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly PostgresProcess _process;

    private PgBouncer(DirectoryInfo folder, string settings)
    {
        _folder = folder;
        _process = new PostgresProcess(Path.Combine(folder.FullName, "log"), [DebianPackage.PgBouncer.Program, settings], "TERM");
    }

    public static async Task<(PgBouncer Pooler, string ConnectionString)> StartAsync(string database, CancellationToken cancellationToken)
    {
        var port = LoopbackPort.Free();
        var folder = Directory.CreateTempSubdirectory("portal-pgbouncer-");
        var settings = Configure(folder, new NpgsqlConnectionStringBuilder(database), port);
        // Like the server, it refuses to run as root.
        if (PostgresProgram.NeedsItsUser)
            await PostgresProgram.RunAsync(["chown", "-R", PostgresProgram.Owner, folder.FullName], cancellationToken);

        var pooler = new PgBouncer(folder, settings);
        var through = new NpgsqlConnectionStringBuilder(database) { Port = port }.ConnectionString;
        await Eventually.TrueAsync(() => AnswersAsync(through, cancellationToken), cancellationToken);
        return (pooler, through);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Configure(DirectoryInfo folder, NpgsqlConnectionStringBuilder server, int port)
    {
        var (settings, users) = (Path.Combine(folder.FullName, "pgbouncer.ini"), Path.Combine(folder.FullName, "users"));
        File.WriteAllText(users, $"\"{server.Username}\" \"\"\n");
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host={server.Host} port={server.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = trust
            auth_file = {users}
            pool_mode = session

            """));
        return settings;
    }

    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
