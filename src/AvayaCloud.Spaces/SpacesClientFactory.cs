namespace AvayaCloud.Spaces;

/// <summary>Creates clients outside of a scope, for instance for background work on behalf of a user.</summary>
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

    /// <summary>A client without a token, for <see cref="SpacesClient.Platform"/>. Other calls return SignInNeeded.</summary>
    public SpacesClient CreateAnonymous() => Create(new NoTokens());

    /// <summary>Cheap: all clients share the connections, which outlive them.</summary>
    /// <param name="tokens">Whose calls they are.</param>
    /// <param name="pin">The PIN of a protected space, sent with every call of this client. Without other characters than ASCII.</param>
    public SpacesClient Create(IAccessTokenSource tokens, string? pin = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var authorization = new AuthorizationHandler(tokens, _baseUrl, pin) { InnerHandler = _transport.Handler };
        var clients = new SpacesHttpClients(
            CreateHttpClient(authorization, _baseUrl),
            CreateHttpClient(_transport.Handler, _baseUrl),
            CreateHttpClient(_transport.Handler, new Uri(_baseUrl.GetLeftPart(UriPartial.Authority))),
            new HttpClient(_transport.Storage, disposeHandler: false) { Timeout = _transport.StorageTimeout });
        return new SpacesClient(clients, _clock);
    }

    // Without a timeout: the pipeline has its own, by the clock that was injected.
    private static HttpClient CreateHttpClient(HttpMessageHandler handler, Uri baseUrl) =>
        new(handler, disposeHandler: false) { BaseAddress = baseUrl, Timeout = Timeout.InfiniteTimeSpan };

    private sealed class NoTokens : IAccessTokenSource
    {
        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

        public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
    }
}
