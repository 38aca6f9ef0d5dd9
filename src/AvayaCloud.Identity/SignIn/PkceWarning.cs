using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity;

/// <summary>Says at start what a weaker proof costs: who can read the authorize URL, or the callback's, can redeem its code.</summary>
internal sealed partial class PkceWarning(IOptions<AvayaCloudSettings> settings, ILogger<PkceWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.Pkce != PkceMethod.S256)
            Weak(logger, settings.Value.Pkce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2004, LogLevel.Warning,
        "AvayaCloud:Pkce is {Method}: a stolen code could be redeemed by somebody else (RFC 9700 section 2.1.1). Use S256 where the "
        + "provider takes it.")]
    private static partial void Weak(ILogger logger, PkceMethod method);
}
