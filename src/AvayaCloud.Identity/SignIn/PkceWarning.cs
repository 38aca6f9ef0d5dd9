namespace AvayaCloud.Identity;

/// <summary>Warns at startup about a weak PKCE method.</summary>
internal sealed partial class PkceWarning(IOptions<AvayaCloudSettings> settings, ILogger<PkceWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.Pkce != PkceMethod.S256)
            WeakMethod(logger, settings.Value.Pkce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2004, LogLevel.Warning,
        "AvayaCloud:Pkce is {Method}, so a stolen code could be redeemed (RFC 9700 section 2.1.1). Use S256 if the provider supports it.")]
    private static partial void WeakMethod(ILogger logger, PkceMethod method);
}
