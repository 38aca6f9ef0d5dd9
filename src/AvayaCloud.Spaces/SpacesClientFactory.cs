namespace AvayaCloud.Spaces;

/// <summary>Makes clients outside of a scope, for instance for background work in somebody's name.</summary>
public sealed class SpacesClientFactory
{
    private readonly SpacesTransport _transport;
    private readonly Uri _baseUrl;
    private readonly TimeProvider _clock;

    internal SpacesClientFactory(SpacesTransport transport, IOptions<SpacesApiOptions> options, TimeProvider clock)
    {
        _transport = transport;
        _clock = clock;
        _baseUrl = new Uri(options.Value.BaseUrl!.AbsoluteUri.TrimEnd('/'));
    }

    /// <summary>For who has no token yet. <see cref="SpacesClient.Platform"/> answers; all else comes to <see
    /// cref="SpacesOutcome{T}.SignInNeeded"/>.</summary>
    public SpacesClient CreateAnonymous() => Create(new NoTokens());

    /// <summary>Cheap: the connections beneath are shared, and outlive the client.</summary>
    public SpacesClient Create(IAccessTokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var authorization = new AuthorizationHandler(tokens, _baseUrl) { InnerHandler = _transport.Handler };
        var channels = new SpacesChannels(
            Client(authorization, _baseUrl),
            Client(_transport.Handler, _baseUrl),
            Client(_transport.Handler, new Uri(_baseUrl.GetLeftPart(UriPartial.Authority))),
            new HttpClient(_transport.Storage, disposeHandler: false) { Timeout = _transport.StorageTimeout });
        return new SpacesClient(channels, _clock);
    }

    private sealed class NoTokens : IAccessTokenSource
    {
        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

        public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
    }

    // No timeout of its own: the pipeline beneath keeps the time, on the clock that it was given.
    private static HttpClient Client(HttpMessageHandler handler, Uri baseUrl) =>
        new(handler, disposeHandler: false) { BaseAddress = baseUrl, Timeout = Timeout.InfiniteTimeSpan };
}
