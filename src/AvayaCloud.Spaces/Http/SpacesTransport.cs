using System.Diagnostics;

namespace AvayaCloud.Spaces;

/// <summary>The connections and the pipeline that all clients share. Clients are created per scope on top of it: handlers of
/// IHttpClientFactory live in a scope of their own, where there is no user's token.</summary>
internal sealed class SpacesTransport : IDisposable
{
    private readonly ResilienceHandler _handler;
    private readonly SocketsHttpHandler _storage = CreateSocketsHandler();

    public SpacesTransport(IOptions<SpacesApiOptions> options, TimeProvider clock, ILogger<SpacesTransport> logger)
    {
        StorageTimeout = options.Value.FileTimeout;
        _handler = new ResilienceHandler(new SpacesPipeline(options.Value, clock, logger), clock)
        {
            InnerHandler = new ResponseLimitHandler(options.Value.MaxResponseBytes) { InnerHandler = CreateSocketsHandler() },
        };
    }

    public HttpMessageHandler Handler => _handler;

    /// <summary>For the bytes of files: no retry, no size limit, no token.</summary>
    public HttpMessageHandler Storage => _storage;
    public TimeSpan StorageTimeout { get; }

    public void Dispose()
    {
        _handler.Dispose();
        _storage.Dispose();
    }

    private static SocketsHttpHandler CreateSocketsHandler() => new()
    {
        // A redirect would send the call, with its token, to an address that the response chooses.
        AllowAutoRedirect = false,
        // All users share the connections, so none may leave cookies.
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Activities are recorded, but trace ids and baggage are not sent to Avaya.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };
}
