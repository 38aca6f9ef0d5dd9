using Polly;
using Polly.CircuitBreaker;

namespace AvayaCloud.Spaces;

/// <summary>Sends through the shared pipeline. All clients share one circuit breaker, because they call one host.</summary>
internal sealed class ResilienceHandler(SpacesPipeline pipeline, TimeProvider clock) : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _strategies = pipeline.Build();
    private readonly SemaphoreSlim _probe = new(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (pipeline.State == CircuitState.Closed)
            return await RunAsync(request, cancellationToken);

        // After a break the first call probes the host. The others wait for its result; Polly would reject them for another break.
        await _probe.WaitAsync(cancellationToken);
        try
        {
            if (pipeline.State != CircuitState.Closed)
                return await RunAsync(request, cancellationToken);
        }
        finally
        {
            _probe.Release();
        }

        return await RunAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _probe.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> RunAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Attempts.Key, new Attempts(request, Idempotent.RemoveMark(request), clock.GetTimestamp()));
            return await _strategies.ExecuteAsync(
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

/// <summary>What the strategies of the pipeline know about a call.</summary>
internal sealed record Attempts(HttpRequestMessage Request, bool IsIdempotent, long Started)
{
    public static readonly ResiliencePropertyKey<Attempts> Key = new("AvayaCloud.Spaces.Attempts");

    public static Attempts Get(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
