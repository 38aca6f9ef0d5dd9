namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>The requests in flight between a browser and the replicas.</summary>
internal sealed class PendingRequests(
    IReadOnlyList<ModelReplica> replicas, SharedSessions? shared, RotatingProvider provider, ModelBrowser browser, Invariants invariants)
{
    private readonly List<PendingRequest> _pending = [];

    /// <summary>Null for an expired cookie, which the cookie handler rejects without a validation.</summary>
    public PendingRequest? Send(
        ModelReplica replica, Session cookie, Arrival arrival = Arrival.AtOnce, CancellationToken cancellationToken = default)
    {
        if (IsPast(cookie, replica))
            return null;
        var request = new PendingRequest(
            replica, invariants.IsKnownOver, replica.Validator.ValidateAsync(cookie, SessionUse.Default, cancellationToken), arrival);
        _pending.Add(request);
        return request;
    }

    /// <summary>Waits until all requests wait for the provider, directly or for another's refresh; then delivers responses.</summary>
    public async Task SettleAsync()
    {
        for (var checks = 0; !IsQuiet(); checks++)
        {
            if (checks < 10_000)
                await Task.Yield();
            else
                await Eventually.TrueAsync(IsQuiet, TestContext.Current.CancellationToken);
        }

        foreach (var request in _pending.Where(request => request.Replica.IsDead || request.Validation.IsCompleted).ToList())
        {
            _pending.Remove(request);
            if (!request.Replica.IsDead && !request.Validation.IsCanceled)
                Arrive(request, await request.Validation);
        }
    }

    public static bool IsPast(Session cookie, ModelReplica replica) =>
        new SessionLifetime().EndOf(cookie.StartedAt, cookie.ActiveAt) <= replica.Clock.GetUtcNow();

    private bool IsQuiet() =>
        replicas.Sum(replica => replica.InFlight.Count) == provider.HeldCalls + (shared?.Waiting ?? 0)
            && _pending.TrueForAll(request => request.IsAtRest);

    private void Arrive(PendingRequest request, ValidatedSession? session)
    {
        invariants.Check(request, session);
        if (request.Arrival == Arrival.AtOnce)
            browser.Take(request.Replica, session);
        else if (request.Arrival == Arrival.Late)
            browser.TakeLater(request.Replica, session);
    }
}
