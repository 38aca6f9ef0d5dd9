namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>A browser with one cookie, and requests that were sent with the previous one.</summary>
internal sealed class ModelBrowser(Session signedIn)
{
    // Longer than any request takes.
    private const int LatestMinutes = 5;

    private readonly List<(ModelReplica Replica, ValidatedSession? Validation)> _late = [];
    private int _minutes;

    public Session Cookie { get; private set; } = signedIn;

    public Session Before { get; private set; } = signedIn;

    /// <summary>Sets the response's cookie, unless it is superseded when the response starts.</summary>
    public void Take(ModelReplica from, ValidatedSession? session)
    {
        if (session?.TokensForCookie is not { } tokens || from.Ledger.IsSuperseded(session.Session.Id, tokens.Generation))
            return;
        (Before, Cookie, _minutes) = (Cookie, session.Session with { Tokens = tokens }, 0);
    }

    public void TakeLater(ModelReplica from, ValidatedSession? session) => _late.Add((from, session));

    /// <summary>Responses of replicas that have been killed never arrive.</summary>
    public void TakeLateResponses()
    {
        foreach (var (from, session) in _late.Where(answer => !answer.Replica.IsDead))
            Take(from, session);
        _late.Clear();
    }

    /// <summary>No request with the previous cookie is in flight any more.</summary>
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
