namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>The requests under way between a browser and the replicas.</summary>
internal sealed class Traffic(
    IReadOnlyList<ModelReplica> replicas, SharedSessions? shared, RotatingProvider provider, ModelBrowser browser, Truth truth)
{
    private readonly List<Asked> _asked = [];

    /// <summary>Null for a cookie whose time is over: about that the cookie handler asks nobody.</summary>
    public Asked? Ask(ModelReplica replica, Session cookie, Arrival arrival = Arrival.AtOnce, CancellationToken cancellationToken = default)
    {
        if (IsPast(cookie, replica))
            return null;
        var asked = new Asked(
            replica, truth.IsKnownOver, replica.Validator.ValidateAsync(cookie, SessionUse.Default, cancellationToken), arrival);
        _asked.Add(asked);
        return asked;
    }

    /// <summary>Until everybody waits for the provider, or for somebody who does; then answers arrive.</summary>
    public async Task SettleAsync()
    {
        for (var looks = 0; !IsQuiet(); looks++)
        {
            if (looks < 10_000)
                await Task.Yield();
            else
                await Eventually.TrueAsync(IsQuiet, TestContext.Current.CancellationToken);
        }

        foreach (var asked in _asked.Where(asked => asked.Replica.IsDead || asked.Kept.IsCompleted).ToList())
        {
            _asked.Remove(asked);
            if (!asked.Replica.IsDead && !asked.Kept.IsCanceled)
                Arrive(asked, await asked.Kept);
        }
    }

    public static bool IsPast(Session cookie, ModelReplica replica) =>
        new SessionLifetime().EndOf(cookie.StartedAt, cookie.ActiveAt) <= replica.Clock.GetUtcNow();

    private bool IsQuiet() =>
        replicas.Sum(replica => replica.InFlight.Count) == provider.Holding + (shared?.Waiting ?? 0)
            && _asked.TrueForAll(asked => asked.IsAtRest);

    private void Arrive(Asked asked, ValidatedSession? kept)
    {
        truth.Judge(asked, kept);
        if (asked.Arrival == Arrival.AtOnce)
            browser.Take(asked.Replica, kept);
        else if (asked.Arrival == Arrival.Late)
            browser.TakeLater(asked.Replica, kept);
    }
}
