namespace AvayaCloud.Spaces;

/// <summary>Opens live connections for users, guests and service apps.</summary>
public sealed class SpacesLiveFactory
{
    private readonly SpacesClientFactory _clients;
    private readonly SpacesLiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SpacesLive> _logger;

    internal SpacesLiveFactory(
        SpacesClientFactory clients, IOptions<SpacesLiveOptions> options, TimeProvider clock, ILogger<SpacesLive> logger)
    {
        _clients = clients;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Starts to connect at once. One connection serves all spaces of the token's owner.</summary>
    public SpacesLive Create(IAccessTokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new SpacesLive(tokens, _clients.Create(tokens).Messages, _options, _clock, _logger);
    }
}
