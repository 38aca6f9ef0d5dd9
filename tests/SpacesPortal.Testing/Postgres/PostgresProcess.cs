using System.Diagnostics;

namespace SpacesPortal.Testing;

/// <summary>
/// The running server, or pooler. A shell watches over it: when its input closes, because we close it or exit, it stops the server at once.
/// </summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    // The input is passed to cat by name: background jobs of a shell have no input.
    private const string Guard =
        """
        signal=$1 log=$2; shift 2; exec 3<&0; "$@" </dev/null >>"$log" 2>&1 & server=$!; cat <&3 >/dev/null & guard=$!
        trap 'kill -s $signal $server 2>/dev/null' TERM
        wait -n; kill -s $signal $server 2>/dev/null; wait $server; kill $guard 2>/dev/null
        """;

    private readonly Process _shell;

    public PostgresProcess(string log, IEnumerable<string> command, string signal = "QUIT")
    {
        string[] line = [.. PostgresProgram.AsItsUser, "bash", "-c", Guard, "guard", signal, log, .. command];
        _shell = Process.Start(
            new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = "/" })!;
    }

    public bool HasEnded => _shell.HasExited;

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }
}
