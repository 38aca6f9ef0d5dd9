namespace SpacesPortal.Testing;

/// <summary>
/// For what another thread does in its own time: waits for it to be so, bounded by the test's own limit, and asserts no duration.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static Task TrueAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        TrueAsync(() => Task.FromResult(condition()), cancellationToken);

    /// <summary>What it is once it is there.</summary>
    public static async Task<T> NotNullAsync<T>(Func<Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await look()) is not null, cancellationToken);
        return found!;
    }

    public static async Task TrueAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(Look);
        while (!await condition())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
