namespace AvayaCloud.Spaces;

/// <summary>Opens live connections, a person's or a service app's.</summary>
public sealed class SpacesLiveFactory
{
    private readonly SpacesClientFactory _clients;
    private readonly SpacesLiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SpacesLive> _logger;

    internal SpacesLiveFactory(
        SpacesClientFactory clients, IOptions<SpacesLiveOptions> options, TimeProvider clock, ILogger<SpacesLive> logger) =>
        (_clients, _options, _clock, _logger) = (clients, options.Value, clock, logger);

    /// <summary>Begins to connect at once. One connection serves all spaces of its owner.</summary>
    public SpacesLive Create(IAccessTokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new SpacesLive(tokens, _clients.Create(tokens).Messages, _options, _clock, _logger);
    }
}
