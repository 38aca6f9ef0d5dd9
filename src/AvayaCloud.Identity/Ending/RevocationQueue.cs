namespace AvayaCloud.Identity;

/// <summary>Revokes refresh tokens (RFC 7009). A sign-out tries once and does not wait for a slow provider. What could not be revoked is
/// retried in the background by any replica (section 2.2.1).</summary>
internal sealed partial class RevocationQueue(
    TokenEndpoint endpoint, IRevocationStore store, TokenProtector protector, SessionMetrics metrics, TimeProvider clock,
    ILogger<RevocationQueue> logger) : BackgroundService
{
    private static readonly TimeSpan FirstAttemptTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private const int MaxAttempts = 100;
    private const int BatchSize = 16;

    /// <summary>True when the token is revoked; false when that is left to the background.</summary>
    public async Task<bool> RevokeAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        // Stored first: if this replica dies during the call, another one revokes it.
        var pending = await AddAsync(token, clock.GetUtcNow() + ShortestPause);
        using var limit = new CancellationTokenSource(FirstAttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            if (await endpoint.RevokeAsync(token, either.Token) is RevocationResponse.Revoked)
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

    /// <summary>Revokes the token in the background.</summary>
    public void Enqueue(RefreshToken token) => _ = AddAndRevokeAsync(token);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.ObserveRevocations(() => store.Count);
        while (!stoppingToken.IsCancellationRequested)
        {
            await RevokeDueAsync(stoppingToken);
            await Task.Delay(PollInterval, clock, stoppingToken);
        }
    }

    private async Task AddAndRevokeAsync(RefreshToken token)
    {
        await AddAsync(token, clock.GetUtcNow());
        await RevokeDueAsync(CancellationToken.None);
    }

    private async Task<PendingRevocation> AddAsync(RefreshToken token, DateTimeOffset dueAt)
    {
        var pending = new PendingRevocation(Guid.NewGuid(), protector.Protect(token), Attempt: 0);
        await store.UpsertAsync(pending, dueAt, CancellationToken.None);
        return pending;
    }

    // An exception here would stop the whole portal (BackgroundServiceExceptionBehavior).
    private async Task RevokeDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            var due = await store.TakeDueAsync(BatchSize, clock.GetUtcNow() + Lease, stoppingToken);
            await Task.WhenAll(due.Select(pending => RetryAsync(pending, stoppingToken)));
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            Broken(logger, error.GetType().Name);
        }
    }

    private async Task RetryAsync(PendingRevocation pending, CancellationToken stoppingToken)
    {
        // Without its key the token can no longer be read, and so not be misused.
        var response = protector.Unprotect(pending.ProtectedToken) is { } token
            ? await endpoint.RevokeAsync(token, stoppingToken)
            : RevocationResponse.Refused;
        var attempt = pending.Attempt + 1;
        if (response == RevocationResponse.Unavailable && attempt < MaxAttempts)
        {
            metrics.Revoked("retried");
            Failed(logger, attempt);
            await store.UpsertAsync(pending with { Attempt = attempt }, clock.GetUtcNow() + PauseAfter(attempt), stoppingToken);
            return;
        }

        metrics.Revoked(response switch
        {
            RevocationResponse.Revoked => "taken",
            RevocationResponse.Refused => "refused",
            _ => "given_up",
        });
        if (response != RevocationResponse.Revoked)
            GivenUp(logger, attempt);
        await store.RemoveAsync(pending.Id, stoppingToken);
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(attempt, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(2301, LogLevel.Warning, "A refresh token could not be revoked (attempt {Attempt}); it will be retried.")]
    private static partial void Failed(ILogger logger, int attempt);

    [LoggerMessage(2303, LogLevel.Error, "A revocation failed with {Exception}, which is a bug in the portal.")]
    private static partial void Broken(ILogger logger, string exception);

    [LoggerMessage(2302, LogLevel.Error, "A refresh token could not be revoked in {Attempts} attempts and is left to expire.")]
    private static partial void GivenUp(ILogger logger, int attempts);
}
