using System.Runtime.InteropServices;

namespace AvayaCloud.Sandbox;

/// <summary>The sandbox on its own: starts, says what a developer needs, and stays until told to end.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (CommandLine.Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(CommandLine.Usage);
            return 2;
        }

        try
        {
            await using var sandbox = await SandboxServer.StartAsync(options);
            await Console.Out.WriteLineAsync(Greeting.Of(sandbox));
            await EndAsync();
            return 0;
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    private static async Task EndAsync()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await end.Task;
    }
}
