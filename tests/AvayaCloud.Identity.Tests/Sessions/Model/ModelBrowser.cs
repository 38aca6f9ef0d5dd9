namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>A browser with one cookie, and requests that were sent with the one before.</summary>
internal sealed class ModelBrowser(Session signedIn)
{
    // Longer than any request is under way.
    private const int LatestMinutes = 5;

    private readonly List<(ModelReplica Replica, ValidatedSession? Kept)> _late = [];
    private int _minutes;

    public Session Cookie { get; private set; } = signedIn;

    public Session Before { get; private set; } = signedIn;

    /// <summary>The answer's cookie is set, unless it has been overtaken when the answer begins.</summary>
    public void Take(ModelReplica from, ValidatedSession? kept)
    {
        if (kept?.TokensForCookie is not { } tokens || from.Ledger.IsSuperseded(kept.Session.Id, tokens.Generation))
            return;
        (Before, Cookie, _minutes) = (Cookie, kept.Session with { Tokens = tokens }, 0);
    }

    public void TakeLater(ModelReplica from, ValidatedSession? kept) => _late.Add((from, kept));

    /// <summary>Those of replicas that have died meanwhile never will.</summary>
    public void TakeLate()
    {
        foreach (var (from, kept) in _late.Where(answer => !answer.Replica.IsDead))
            Take(from, kept);
        _late.Clear();
    }

    /// <summary>Nothing that was sent with the cookie before is under way any more.</summary>
    public void Rest()
    {
        Before = Cookie;
        _late.Clear();
    }

    public void AMinutePasses()
    {
        if (++_minutes > LatestMinutes)
            Rest();
    }
}
