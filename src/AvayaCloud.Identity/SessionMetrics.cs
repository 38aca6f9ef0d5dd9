using System.Diagnostics.Metrics;

namespace AvayaCloud.Identity;

/// <summary>What the session engine counts; each is described in docs/operate.md.</summary>
public sealed class SessionMetrics
{
    /// <summary>The meter's name, for exporters and listeners.</summary>
    public const string MeterName = "AvayaCloud.Identity";

    internal const string RefreshesName = "spaces_portal.session.refreshes";
    internal const string JoinersName = "spaces_portal.session.refresh.joiners";
    internal const string LateCallersName = "spaces_portal.session.refresh.late_callers";
    internal const string CookieBytesName = "spaces_portal.session.cookie.size";
    internal const string SignInsName = "spaces_portal.signins";
    internal const string SignOutsName = "spaces_portal.signouts";
    internal const string RevocationsName = "spaces_portal.revocations";
    internal const string PendingRevocationsName = "spaces_portal.revocations.pending";
    internal const string LedgerSizeName = "spaces_portal.session.ledger.size";

    private readonly Meter _meter;
    private readonly Counter<long> _refreshes;
    private readonly Counter<long> _joiners;
    private readonly Counter<long> _late;
    private readonly Histogram<int> _cookie;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _signOuts;
    private readonly Counter<long> _revocations;

    internal SessionMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _refreshes = _meter.CreateCounter<long>(
            RefreshesName, "{refresh}", "Refreshes that ended, by outcome: renewed, shared, ended, unavailable.");
        _joiners = _meter.CreateCounter<long>(JoinersName, "{caller}", "Callers that waited for a refresh that another had begun.");
        _late = _meter.CreateCounter<long>(LateCallersName, "{caller}", "Callers with a spent pair that were given its successor.");
        _cookie = _meter.CreateHistogram<int>(CookieBytesName, "By", "Size of each session cookie written.");
        _signIns = _meter.CreateCounter<long>(
            SignInsName, "{sign-in}", "Sign-ins that ended, by outcome: ok, or the cause of the failure.");
        _signOuts = _meter.CreateCounter<long>(
            SignOutsName, "{session}", "Sessions ended by people, by kind: own, listed, everywhere, replaced.");
        _revocations = _meter.CreateCounter<long>(
            RevocationsName, "{attempt}", "Attempts to revoke a refresh token, by outcome: taken, retried, refused, given_up.");
    }

    internal void Refreshed(string outcome) => _refreshes.Add(1, Tag("outcome", outcome));

    internal void Joined() => _joiners.Add(1);

    internal void LateCallerServed() => _late.Add(1);

    internal void CookieWritten(int bytes) => _cookie.Record(bytes);

    internal void SignedIn(string outcome) => _signIns.Add(1, Tag("outcome", outcome));

    internal void SignedOut(string kind, int sessions = 1) => _signOuts.Add(sessions, Tag("kind", kind));

    internal void Revoked(string outcome) => _revocations.Add(1, Tag("outcome", outcome));

    internal void ObserveLedger(Func<int> size) =>
        _meter.CreateObservableGauge(
            LedgerSizeName, size, "{session}", "Sessions that the ledger of this replica knows, ended ones included.");

    internal void ObserveRevocations(Func<int> pending) =>
        _meter.CreateObservableGauge(
            PendingRevocationsName, pending, "{token}", "Refresh tokens that the provider has still to be told of.");

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
