using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity;

/// <summary>
/// Gives refresh tokens back to the provider (RFC 7009). Sign-out tries once and does not wait for a provider in trouble: what could not
/// be revoked is tried again in the background (section 2.2.1), by whichever replica is there, until the provider takes it.
/// </summary>
internal sealed partial class RevocationQueue(
    TokenEndpoint endpoint, IRevocationStore store, TokenProtector protector, SessionMetrics metrics, TimeProvider clock,
    ILogger<RevocationQueue> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private const int Attempts = 100;
    private const int AtOnce = 16;

    /// <summary>True when the provider has taken it; false when that is left to the background.</summary>
    public async Task<bool> RevokeAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        var pending = new PendingRevocation(Guid.NewGuid(), protector.Protect(token), 0);
        // Kept first: a replica that dies in the middle of the call leaves it to another.
        await store.AddAsync(pending, clock.GetUtcNow() + FirstPause, CancellationToken.None);

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            if (await endpoint.RevokeAsync(token, either.Token) is RevocationResponse.Taken)
            {
                metrics.Revoked("taken");
                await store.RemoveAsync(pending.Id, CancellationToken.None);
                return true;
            }
        }
        catch (OperationCanceledException)
        {
            // Left to the background like any other failure.
        }

        metrics.Revoked("retried");
        Failed(logger, 1);
        return false;
    }

    /// <summary>For tokens that nobody waits for.</summary>
    public void Enqueue(RefreshToken token) => _ = AddAsync(token);

    private async Task AddAsync(RefreshToken token)
    {
        await store.AddAsync(new PendingRevocation(Guid.NewGuid(), protector.Protect(token), 0), clock.GetUtcNow(), CancellationToken.None);
        await LookAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.ObserveRevocations(() => store.Count);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(LookEvery, clock, stoppingToken);
        }
    }

    // An exception here would stop the whole portal (BackgroundServiceExceptionBehavior), for a token that is one of many.
    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var due = await store.TakeDueAsync(AtOnce, clock.GetUtcNow() + Lease, stoppingToken);
            await Task.WhenAll(due.Select(pending => TryAsync(pending, stoppingToken)));
        }
        catch (Exception unforeseen) when (!stoppingToken.IsCancellationRequested)
        {
            Broken(logger, unforeseen.GetType().Name);
        }
    }

    private async Task TryAsync(PendingRevocation pending, CancellationToken stoppingToken)
    {
        // Sealed with keys that are gone: nobody can read it any more, so nobody can misuse it.
        var answer = protector.Unprotect(pending.ProtectedToken) is { } token
            ? await endpoint.RevokeAsync(token, stoppingToken)
            : RevocationResponse.Refused;
        var attempt = pending.Attempt + 1;
        if (answer == RevocationResponse.Unavailable && attempt < Attempts)
        {
            metrics.Revoked("retried");
            Failed(logger, attempt);
            await store.PostponeAsync(pending with { Attempt = attempt }, clock.GetUtcNow() + PauseAfter(attempt), stoppingToken);
            return;
        }

        metrics.Revoked(answer switch { RevocationResponse.Taken => "taken", RevocationResponse.Refused => "refused", _ => "given_up" });
        if (answer != RevocationResponse.Taken)
            GivenUp(logger, attempt);
        await store.RemoveAsync(pending.Id, stoppingToken);
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(2301, LogLevel.Warning, "A refresh token could not be revoked (attempt {Attempt}); it is tried again.")]
    private static partial void Failed(ILogger logger, int attempt);

    [LoggerMessage(2303, LogLevel.Error, "A revocation ended in {Exception}, which is a bug of the portal.")]
    private static partial void Broken(ILogger logger, string exception);

    [LoggerMessage(2302, LogLevel.Error, "A refresh token could not be revoked in {Attempts} attempts and is left to expire.")]
    private static partial void GivenUp(ILogger logger, int attempts);
}
