using System.Diagnostics.Metrics;

namespace AvayaCloud.Identity;

/// <summary>The metrics of the session engine, described in docs/operate.md.</summary>
internal sealed class SessionMetrics
{
    public const string MeterName = "AvayaCloud.Identity";

    private readonly Meter _meter;
    private readonly Counter<long> _refreshes;
    private readonly Counter<long> _joiners;
    private readonly Counter<long> _lateCallers;
    private readonly Histogram<int> _cookieSize;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _signOuts;
    private readonly Counter<long> _revocations;

    public SessionMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _refreshes = Counter("session.refreshes", "{refresh}", "Refreshes, by outcome: renewed, shared, ended, unavailable.");
        _joiners = Counter("session.refresh.joiners", "{caller}", "Callers that waited for a refresh that another caller had started.");
        _lateCallers = Counter("session.refresh.late_callers", "{caller}", "Callers with old tokens that were given the new ones.");
        _cookieSize = _meter.CreateHistogram<int>("spaces_portal.session.cookie.size", "By", "Size of each session cookie written.");
        _signIns = Counter("signins", "{sign-in}", "Sign-ins, by outcome: ok, or the cause of the failure.");
        _signOuts = Counter("signouts", "{session}", "Sessions ended by users, by kind: own, listed, everywhere, replaced.");
        _revocations = Counter("revocations", "{attempt}", "Attempts to revoke a token, by outcome: taken, retried, refused, given_up.");
    }

    public void Refreshed(string outcome) => _refreshes.Add(1, Tag("outcome", outcome));

    public void Joined() => _joiners.Add(1);

    public void LateCallerServed() => _lateCallers.Add(1);

    public void CookieWritten(int bytes) => _cookieSize.Record(bytes);

    public void SignedIn(string outcome) => _signIns.Add(1, Tag("outcome", outcome));

    public void SignedOut(string kind) => _signOuts.Add(1, Tag("kind", kind));

    public void Revoked(string outcome) => _revocations.Add(1, Tag("outcome", outcome));

    public void ObserveLedger(Func<int> size) => _meter.CreateObservableGauge(
        "spaces_portal.session.ledger.size", size, "{session}", "Sessions in this replica's ledger, including ended ones.");

    public void ObserveRevocations(Func<int> pending) => _meter.CreateObservableGauge(
        "spaces_portal.revocations.pending", pending, "{token}", "Refresh tokens that are still to be revoked.");

    private Counter<long> Counter(string name, string unit, string description) =>
        _meter.CreateCounter<long>($"spaces_portal.{name}", unit, description);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
