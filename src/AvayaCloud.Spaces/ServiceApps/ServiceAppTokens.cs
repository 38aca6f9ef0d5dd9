namespace AvayaCloud.Spaces;

/// <summary>Signs the tokens of a service app, caches them, and replaces them before they expire.</summary>
internal sealed class ServiceAppTokens(ServiceAppKey key, TimeSpan lifetime, TimeProvider clock, ILogger<ServiceAppTokens> logger)
    : IAccessTokenSource, IServerTimeObserver, IDisposable
{
    // The Date header has whole seconds and was in transit for a while. A smaller difference means nothing.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private TimeSpan _offset;
    private string? _token;
    private DateTimeOffset _replaceAt;

    public TokenKind Kind => TokenKind.ServiceApp;
    private DateTimeOffset Now => clock.GetUtcNow() + _offset;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return ValueTask.FromResult<string?>(_token is { } token && Now < _replaceAt ? token : Sign());
    }

    /// <remarks>Another token helps only if the clock was wrong or the token has expired meanwhile. For a disabled account or a revoked key
    /// it would only double the calls.</remarks>
    public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_token is { } token && Now < _replaceAt)
                return ValueTask.FromResult(token == rejected ? null : (string?)token);
            return ValueTask.FromResult<string?>(Sign());
        }
    }

    public void OnServerTime(DateTimeOffset? serverTime)
    {
        if (serverTime is not { } time)
            return;
        TimeSpan difference;
        lock (_lock)
        {
            difference = time - clock.GetUtcNow();
            if ((difference - _offset).Duration() < Tolerance)
                return;
            _offset = difference;
            _token = null;
        }

        Log.ClockIsOff(logger, difference.Duration(), difference < TimeSpan.Zero ? "ahead of" : "behind");
    }

    public void Dispose() => key.Dispose();

    private string Sign()
    {
        var expires = Now + lifetime;
        // Five minutes before it expires, or less for a short lifetime.
        _replaceAt = expires - TimeSpan.FromTicks(Math.Min(TimeSpan.FromMinutes(5).Ticks, lifetime.Ticks / 10));
        return _token = key.Sign(expires);
    }
}

/// <summary>A token source that signs with the current time, and so has to know when the clock is wrong.</summary>
internal interface IServerTimeObserver
{
    /// <param name="serverTime">The <c>Date</c> of the response that rejected the token, if it had one.</param>
    void OnServerTime(DateTimeOffset? serverTime);
}
