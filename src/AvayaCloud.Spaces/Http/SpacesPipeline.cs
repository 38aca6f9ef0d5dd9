using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AvayaCloud.Spaces;

/// <summary>Total time limit, then retries, then the breaker, then the limit of one try; all on one clock.</summary>
internal sealed class SpacesPipeline
{
    private readonly SpacesApiOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CircuitBreakerStateProvider _breaker = new();

    public SpacesPipeline(SpacesApiOptions options, TimeProvider clock, ILogger logger)
    {
        (_options, _clock, _logger) = (options, clock, logger);
        Strategies = Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Strategies { get; }

    public CircuitState State => _breaker.CircuitState;

    private ResiliencePipeline<HttpResponseMessage> Build()
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _clock };
        builder.AddTimeout(_options.TotalTimeout);
        if (_options.Retries > 0)
            builder.AddRetry(Retry());
        return builder.AddCircuitBreaker(Breaker()).AddTimeout(_options.AttemptTimeout).Build();
    }

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = _options.Retries,
        Delay = _options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(IsWorthAnotherTry(args.Outcome, Attempts.Of(args.Context))),
        DelayGenerator = args => ValueTask.FromResult(PauseAskedFor(args.Outcome)),
        OnRetry = args =>
        {
            var request = Attempts.Of(args.Context).Request;
            Log.TryingAgain(_logger, request.Method, LoggedPath.Of(request.RequestUri), Describe(args.Outcome), args.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = _options.BreakDuration,
        StateProvider = _breaker,
        ShouldHandle = args => ValueTask.FromResult(IsDown(args.Outcome)),
        OnOpened = args =>
        {
            Log.LeavingAlone(_logger, args.BreakDuration);
            return ValueTask.CompletedTask;
        },
    };

    private bool IsWorthAnotherTry(Outcome<HttpResponseMessage> outcome, Attempts attempts) =>
        IsRetryable(outcome, attempts) && !(PauseAskedFor(outcome) >= _options.TotalTimeout - _clock.GetElapsedTime(attempts.Started));

    // A lost answer may have been a done deed (RFC 9110 section 9.2.2); what was limited was not done, whatever it was (RFC 6585 section
    // 4).
    private static bool IsRetryable(Outcome<HttpResponseMessage> outcome, Attempts attempts) => outcome.Result?.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.RequestTimeout => attempts.IsIdempotent,
        _ => attempts.IsIdempotent && IsDown(outcome),
    };

    private TimeSpan? PauseAskedFor(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryAfter.From(response.Headers, _clock) : null;

    private static bool IsDown(Outcome<HttpResponseMessage> outcome) => outcome switch
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
