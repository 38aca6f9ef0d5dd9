namespace SpacesPortal.Testing;

/// <summary>The temporary folder of one server: its data, its socket, its log.</summary>
internal sealed class PostgresFolder : IDisposable
{
    private readonly DirectoryInfo _folder;

    private PostgresFolder(DirectoryInfo folder) => _folder = folder;

    /// <summary>The last lines of the server's log.</summary>
    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "no log";

    private string Data => Path.Combine(_folder.FullName, "data");

    private string LogFile => Path.Combine(_folder.FullName, "server.log");

    public static async Task<PostgresFolder> CreateAsync(CancellationToken cancellationToken)
    {
        var folder = new PostgresFolder(Directory.CreateTempSubdirectory("portal-postgres-"));
        try
        {
            if (PostgresProgram.NeedsItsUser)
                await PostgresProgram.RunAsync(["chown", PostgresProgram.Owner, folder._folder.FullName], cancellationToken);
            // The data is temporary: no need to wait for the disk.
            await PostgresProgram.RunAsync(
                [.. PostgresProgram.AsItsUser, PostgresProgram.PathOf("initdb"), "-D", folder.Data, "-U", "portal",
                    "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
                cancellationToken);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public PostgresProcess Serve(int port)
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={port}", $"unix_socket_directories={_folder.FullName}", "max_connections=200",
            "shared_buffers=32MB",
            "fsync=off", "full_page_writes=off",
        ];
        return new PostgresProcess(
            LogFile, [PostgresProgram.PathOf("postgres"), "-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })]);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
