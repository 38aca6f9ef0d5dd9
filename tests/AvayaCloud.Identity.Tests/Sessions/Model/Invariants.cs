namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>What must hold, whatever the replicas believe, and the first violation of it.</summary>
internal sealed class Invariants(RotatingProvider provider)
{
    public bool IsSignedOut { get; set; }

    /// <summary>False once a single replica has lost its memory: then only the provider knows of an end.</summary>
    public bool IsRemembered { get; set; } = true;

    public bool IsOver => IsSignedOut || provider.IsDead;

    /// <summary>The replicas know it, as far as they have not lost their memory.</summary>
    public bool IsKnownOver => (IsSignedOut || provider.IsKnownDead) && IsRemembered;

    /// <summary>Null while all invariants hold.</summary>
    public string? Violation { get; private set; }

    public void Violate(string invariant) => Violation ??= invariant;

    public void Check()
    {
        if (provider.Reuses > 0)
            Violate("a spent token was sent");
        if (provider.RefreshesAfterEnd > 0 && IsRemembered)
            Violate("a refresh after the end");
        if (provider.Refusals > 3 && IsRemembered)
            Violate("no end after a refusal");
    }

    public void Check(PendingRequest request, ValidatedSession? session)
    {
        if (session is not null && request.AfterEnd)
            Violate("a session after its end");
        if (session is null && !IsOver)
            Violate("an end without a cause");
    }
}
