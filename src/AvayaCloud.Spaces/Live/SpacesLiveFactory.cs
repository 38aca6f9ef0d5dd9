namespace AvayaCloud.Spaces;

/// <summary>Opens live connections for users, guests and service apps.</summary>
public sealed class SpacesLiveFactory(
    SpacesClientFactory clients, IOptions<SpacesLiveOptions> options, TimeProvider clock, ILogger<SpacesLive> logger)
{
    /// <summary>Starts to connect at once. One connection serves all spaces of the token's owner.</summary>
    public SpacesLive Create(IAccessTokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new SpacesLive(tokens, clients.Create(tokens).Messages, options.Value, clock, logger);
    }
}
