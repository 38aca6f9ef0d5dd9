namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>When the browser gets an answer.</summary>
internal enum Arrival
{
    AtOnce,
    Late,
    Never,
}

/// <summary>A request under way.</summary>
/// <param name="Replica">Where it went.</param>
/// <param name="AfterEnd">Sent when the session was over.</param>
/// <param name="Kept">What becomes of its session.</param>
/// <param name="Arrival">When its answer arrives.</param>
internal sealed record Asked(ModelReplica Replica, bool AfterEnd, Task<ValidatedSession?> Kept, Arrival Arrival)
{
    /// <summary>It does nothing any more by itself: it is done, or waits for a refresh.</summary>
    public bool IsAtRest => Kept.IsCompleted || Replica.IsDead || Replica.InFlight.Count > 0;
}
