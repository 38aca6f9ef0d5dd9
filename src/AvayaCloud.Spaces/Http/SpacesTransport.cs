using System.Diagnostics;

namespace AvayaCloud.Spaces;

/// <summary>The one way to the API that all clients share: pooled connections and a common pipeline. Clients are made per scope over it,
/// because handlers of IHttpClientFactory live in a scope of their own and would meet nobody's token there.</summary>
internal sealed class SpacesTransport : IDisposable
{
    private readonly ResilienceHandler _handler;
    private readonly SocketsHttpHandler _storage = Sockets();

    public SpacesTransport(IOptions<SpacesApiOptions> options, TimeProvider clock, ILogger<SpacesTransport> logger)
    {
        StorageTimeout = options.Value.FileTimeout;
        _handler = new ResilienceHandler(new SpacesPipeline(options.Value, clock, logger), clock)
        {
            InnerHandler = new ResponseLimitHandler(options.Value.MaxResponseBytes) { InnerHandler = Sockets() },
        };
    }

    public HttpMessageHandler Handler => _handler;

    /// <summary>For the bytes of files, as they are and as many as there are: no retry, no limit of size, no token.</summary>
    public HttpMessageHandler Storage => _storage;

    public TimeSpan StorageTimeout { get; }

    public void Dispose()
    {
        _handler.Dispose();
        _storage.Dispose();
    }

    private static SocketsHttpHandler Sockets() => new()
    {
        // A redirect would carry the call, and once upon a time its token, to wherever the answer says.
        AllowAutoRedirect = false,
        // The connections are everybody's; a cookie is somebody's.
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Activities stay, but our trace ids and baggage are no business of Avaya's.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };
}
