namespace AvayaCloud.Spaces;

/// <summary>A service app's tokens: signed here, kept while they are good, replaced before they end.</summary>
internal sealed class ServiceAppTokens(ServiceAppKey key, TimeSpan lifetime, TimeProvider clock, ILogger<ServiceAppTokens> logger)
    : IAccessTokenSource, IServerTimeObserver, IDisposable
{
    // The API's Date counts whole seconds, and answers take their time: less is no difference of clocks.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private string? _token;
    private DateTimeOffset _renewAt;

    public TokenKind Kind => TokenKind.ServiceApp;

    private DateTimeOffset Now => clock.GetUtcNow() + _offset;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return ValueTask.FromResult<string?>(_token is { } token && Now < _renewAt ? token : Sign());
    }

    /// <remarks>Another token by the same key helps where the clock was wrong or the token had run out on its way, and nowhere else: a
    /// disabled account or a withdrawn key stays refused, and each call would be made twice.</remarks>
    public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_token is { } token && Now < _renewAt)
                return ValueTask.FromResult(token == rejected ? null : (string?)token);
            return ValueTask.FromResult<string?>(Sign());
        }
    }

    public void OnServerTime(DateTimeOffset? serverTime)
    {
        if (serverTime is not { } time)
            return;
        TimeSpan difference;
        lock (_gate)
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
        _renewAt = Now + lifetime - Ahead();
        return _token = key.Sign(Now + lifetime);
    }

    // Five minutes, less for short lives.
    private TimeSpan Ahead() => TimeSpan.FromTicks(Math.Min(TimeSpan.FromMinutes(5).Ticks, lifetime.Ticks / 10));
}

/// <summary>A token source that signs with the time of day, and so must learn when its own is wrong.</summary>
internal interface IServerTimeObserver
{
    /// <summary>The <c>Date</c> of an answer that refused the token; null when it had none.</summary>
    void OnServerTime(DateTimeOffset? serverTime);
}
