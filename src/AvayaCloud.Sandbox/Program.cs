using System.Runtime.InteropServices;

namespace AvayaCloud.Sandbox;

/// <summary>The sandbox as a standalone program. It runs until Ctrl+C or SIGTERM.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (!CommandLine.TryParse(args, out var options))
        {
            await Console.Error.WriteLineAsync(CommandLine.Usage);
            return 2;
        }

        try
        {
            await using var sandbox = await SandboxServer.StartAsync(options);
            await Console.Out.WriteLineAsync(StartupMessage.Create(sandbox));
            await WaitForStopAsync();
            return 0;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task WaitForStopAsync()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stopped.Task;
    }
}
