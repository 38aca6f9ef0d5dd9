using Polly;
using Polly.CircuitBreaker;

namespace AvayaCloud.Spaces;

/// <summary>Sends through the shared pipeline: all clients meet one circuit breaker, because they meet one host.</summary>
internal sealed class ResilienceHandler(SpacesPipeline pipeline, TimeProvider clock) : DelegatingHandler
{
    private readonly SemaphoreSlim _turn = new(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (pipeline.State == CircuitState.Closed)
            return await RunAsync(request, cancellationToken);

        // After a break the first call tries whether the host is back. Those beside it wait for what it finds, instead of being refused for
        // as long as another break.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (pipeline.State != CircuitState.Closed)
                return await RunAsync(request, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }

        return await RunAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _turn.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> RunAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Attempts.Key, new Attempts(request, Idempotent.Take(request), clock.GetTimestamp()));
            return await pipeline.Strategies.ExecuteAsync(
                static async (context, call) => await call.Handler.SendOnceAsync(call.Request, context.CancellationToken),
                context,
                (Handler: this, Request: request));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}

/// <summary>What the pipeline's strategies need to know of the call that they decide about.</summary>
internal sealed record Attempts(HttpRequestMessage Request, bool IsIdempotent, long Started)
{
    public static readonly ResiliencePropertyKey<Attempts> Key = new("AvayaCloud.Spaces.Attempts");

    public static Attempts Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
