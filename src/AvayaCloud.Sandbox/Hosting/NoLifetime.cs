namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The sandbox stops when its owner disposes it. The default lifetime would stop it at SIGTERM, while the portal that contains it
/// still has sign-outs to deliver.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
