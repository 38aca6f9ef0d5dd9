namespace AvayaCloud.Sandbox.Hosting;

/// <summary>
/// The sandbox ends when its owner disposes it. The default lifetime would answer SIGTERM on its own and pull
/// the sandbox away under a portal that still has sign-outs to deliver.
/// </summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
