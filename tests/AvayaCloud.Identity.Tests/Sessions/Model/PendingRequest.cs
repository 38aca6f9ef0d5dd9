namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>When the browser gets a response.</summary>
internal enum Arrival
{
    AtOnce,
    Late,
    Never,
}

/// <summary>A request in flight.</summary>
/// <param name="Replica">Where it went.</param>
/// <param name="AfterEnd">Sent when the session was over.</param>
/// <param name="Validation">The validation of its session.</param>
/// <param name="Arrival">When its response arrives.</param>
internal sealed record PendingRequest(ModelReplica Replica, bool AfterEnd, Task<ValidatedSession?> Validation, Arrival Arrival)
{
    /// <summary>Done, or waiting for a refresh.</summary>
    public bool IsAtRest => Validation.IsCompleted || Replica.IsDead || Replica.InFlight.Count > 0;
}
