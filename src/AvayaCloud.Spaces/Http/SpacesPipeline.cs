using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AvayaCloud.Spaces;

/// <summary>Total time limit, retries, circuit breaker, and time limit of one attempt, in this order and by one clock.</summary>
internal sealed class SpacesPipeline(SpacesApiOptions options, TimeProvider clock, ILogger logger)
{
    private readonly CircuitBreakerStateProvider _breaker = new();

    public CircuitState State => _breaker.CircuitState;

    /// <summary>Called once: the state of the circuit breaker belongs to one pipeline.</summary>
    public ResiliencePipeline<HttpResponseMessage> Build()
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        builder.AddTimeout(options.TotalTimeout);
        if (options.Retries > 0)
            builder.AddRetry(RetryOptions());
        return builder.AddCircuitBreaker(BreakerOptions()).AddTimeout(options.AttemptTimeout).Build();
    }

    private RetryStrategyOptions<HttpResponseMessage> RetryOptions() => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(ShouldRetry(args.Outcome, Attempts.Get(args.Context))),
        DelayGenerator = args => ValueTask.FromResult(GetRetryAfter(args.Outcome)),
        OnRetry = args =>
        {
            var request = Attempts.Get(args.Context).Request;
            Log.Retrying(logger, request.Method, LoggedPath.From(request.RequestUri), Describe(args.Outcome), args.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> BreakerOptions() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = options.BreakDuration,
        StateProvider = _breaker,
        ShouldHandle = args => ValueTask.FromResult(IsFailure(args.Outcome)),
        OnOpened = args =>
        {
            Log.CircuitOpened(logger, args.BreakDuration);
            return ValueTask.CompletedTask;
        },
    };

    private bool ShouldRetry(Outcome<HttpResponseMessage> outcome, Attempts attempts)
    {
        var remaining = options.TotalTimeout - clock.GetElapsedTime(attempts.Started);
        return IsRetryable(outcome, attempts) && !(GetRetryAfter(outcome) >= remaining);
    }

    // A call whose response was lost may have been executed (RFC 9110 section 9.2.2). A rate-limited call was not, whatever its method
    // (RFC 6585 section 4).
    private static bool IsRetryable(Outcome<HttpResponseMessage> outcome, Attempts attempts) => outcome.Result?.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.RequestTimeout => attempts.IsIdempotent,
        _ => attempts.IsIdempotent && IsFailure(outcome),
    };

    private TimeSpan? GetRetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryAfter.Get(response.Headers, clock) : null;

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException failure } => failure.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
        { Exception: TimeoutRejectedException } => true,
        { Result: { } response } => (int)response.StatusCode >= 500,
        _ => false,
    };

    private static string Describe(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => $"HTTP {(int)response.StatusCode}",
        { Exception: HttpRequestException failure } => failure.HttpRequestError.ToString(),
        _ => "no answer in time",
    };
}
