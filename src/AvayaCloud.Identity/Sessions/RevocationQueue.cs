using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AvayaCloud.Identity;

/// <summary>
/// Gives refresh tokens back to the provider (RFC 7009). Sign-out tries once and does not wait for a provider in trouble: what could not
/// be revoked is tried again in the background (section 2.2.1) until the provider takes it or would have let it expire.
/// </summary>
internal sealed partial class RevocationQueue(TokenEndpoint endpoint, TimeProvider clock, ILogger<RevocationQueue> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private const int Attempts = 100;
    private const int Room = 10_000;

    // When thousands sign out during an outage, the oldest are dropped: they die first by themselves.
    private readonly Channel<Pending> _pending = Channel.CreateBounded<Pending>(new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>True when the provider has taken it; false when that is left to the background.</summary>
    public async Task<bool> RevokeAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            if (await endpoint.RevokeAsync(token, either.Token))
                return true;
        }
        catch (OperationCanceledException)
        {
            // Left to the background like any other failure.
        }

        Enqueue(token);
        return false;
    }

    public void Enqueue(RefreshToken token) => _pending.Writer.TryWrite(new Pending(token, 0));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var pending in _pending.Reader.ReadAllAsync(stoppingToken))
        {
            if (await TryAsync(pending.Token, stoppingToken))
                continue;
            if (pending.Attempt >= Attempts)
            {
                GivenUp(logger, pending.Attempt);
                continue;
            }

            Failed(logger, pending.Attempt + 1);
            // One at a time: what the provider does not take from one, it does not take from the next.
            await Task.Delay(PauseAfter(pending.Attempt), clock, stoppingToken);
            _pending.Writer.TryWrite(pending with { Attempt = pending.Attempt + 1 });
        }
    }

    // An exception here would stop the whole portal (BackgroundServiceExceptionBehavior), for a token that is one of many.
    private async Task<bool> TryAsync(RefreshToken token, CancellationToken stoppingToken)
    {
        try
        {
            return await endpoint.RevokeAsync(token, stoppingToken);
        }
        catch (Exception unforeseen) when (!stoppingToken.IsCancellationRequested)
        {
            Broken(logger, unforeseen.GetType().Name);
            return false;
        }
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private sealed record Pending(RefreshToken Token, int Attempt);

    [LoggerMessage(2301, LogLevel.Warning, "A refresh token could not be revoked (attempt {Attempt}); it is tried again.")]
    private static partial void Failed(ILogger logger, int attempt);

    [LoggerMessage(2303, LogLevel.Error, "A revocation ended in {Exception}, which is a bug of the portal.")]
    private static partial void Broken(ILogger logger, string exception);

    [LoggerMessage(2302, LogLevel.Error, "A refresh token could not be revoked in {Attempts} attempts and is left to expire.")]
    private static partial void GivenUp(ILogger logger, int attempts);
}
