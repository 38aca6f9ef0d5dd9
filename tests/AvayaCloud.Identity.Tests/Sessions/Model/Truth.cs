namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>What is so, whatever the replicas believe; and the first promise that they did not keep.</summary>
internal sealed class Truth(RotatingProvider provider)
{
    public bool IsSignedOut { get; set; }

    /// <summary>
    /// False once a replica that stands alone has lost its memory: then a session that is over is so at the provider alone.
    /// </summary>
    public bool IsRemembered { get; set; } = true;

    public bool IsOver => IsSignedOut || provider.IsDead;

    /// <summary>By the replicas, as far as they have not lost their memory.</summary>
    public bool IsKnownOver => (IsSignedOut || provider.IsKnownDead) && IsRemembered;

    /// <summary>Null while all promises are kept.</summary>
    public string? Broken { get; private set; }

    public void Break(string promise) => Broken ??= promise;

    public void Judge()
    {
        if (provider.Reuses > 0)
            Break("a spent token was sent");
        if (provider.AskedInVain > 0 && IsRemembered)
            Break("a refresh after the end");
        if (provider.Refusals > 3 && IsRemembered)
            Break("no end after a refusal");
    }

    public void Judge(Asked asked, ValidatedSession? kept)
    {
        if (kept is not null && asked.AfterEnd)
            Break("a session after its end");
        if (kept is null && !IsOver)
            Break("an end that nobody asked for");
    }
}
