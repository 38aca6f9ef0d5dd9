using Polly;

namespace AvayaCloud.Spaces;

/// <summary>Sends through the shared pipeline: all clients meet one circuit breaker, because they meet one host.</summary>
internal sealed class ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Attempts.Key, new Attempts(request, Repeatable.Take(request), clock.GetTimestamp()));
            return await pipeline.ExecuteAsync(
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
internal sealed record Attempts(HttpRequestMessage Request, bool MayBeRepeated, long Started)
{
    public static readonly ResiliencePropertyKey<Attempts> Key = new("AvayaCloud.Spaces.Attempts");

    public static Attempts Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
