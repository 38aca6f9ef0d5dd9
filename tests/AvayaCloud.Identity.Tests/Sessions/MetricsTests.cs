using System.Diagnostics.Metrics;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace AvayaCloud.Identity.Tests.Sessions;

public sealed class MetricsTests : HostTest
{
    private const int Requests = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_ins_are_counted_by_their_outcome()
    {
        using var signIns = Collect<long>("spaces_portal.signins");

        using var visitor = await Host.VisitAsync(Host.Ada);
        await visitor.GetAsync("/signin-avaya?code=x&state=y");

        Assert.Equal([(1, "ok"), (1, "tampered")], Counts(signIns, "outcome"));
    }

    [Fact]
    public async Task Refreshes_are_counted_by_their_outcome_and_with_those_who_waited_or_came_late()
    {
        using var refreshes = Collect<long>("spaces_portal.session.refreshes");
        using var joiners = Collect<long>("spaces_portal.session.refresh.joiners");
        using var lateCallers = Collect<long>("spaces_portal.session.refresh.late_callers");
        using var visitor = await Host.VisitAsync(Host.Ada);
        Assert.True(SessionId.TryParse(await TextAsync(await visitor.GetAsync("/sid")), out var id));
        var spent = Host.Services.GetRequiredService<SessionLedger>().GetNewestTokens(id, fromCookie: null)!;

        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Fault.ServerError());
        await visitor.GetAsync("/protected");
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var held = Host.Avaya.Faults.HoldResponse("token.refresh");
        var requests = Enumerable.Range(0, Requests).Select(_ => visitor.GetAsync("/protected")).ToList();
        await held.Arrived;
        await joiners.WaitForMeasurementsAsync(Requests - 1, Stop);
        held.Release();
        await Task.WhenAll(requests);
        await Host.Services.GetRequiredService<TokenRefresher>().RefreshAsync(id, spent, Stop);
        Host.Avaya.Tokens.RevokeSession(Host.Ada.Username);
        Host.Clock.Advance(PastExpiry);
        await visitor.GetAsync("/protected");

        Assert.Equal([(1, "unavailable"), (1, "renewed"), (1, "ended")], Counts(refreshes, "outcome"));
        Assert.Equal(Enumerable.Repeat(1L, Requests - 1), Values(joiners));
        Assert.Equal([1], Values(lateCallers));
    }

    [Fact]
    public async Task Sign_outs_are_counted_with_the_revocations_that_follow_and_those_that_are_still_to_be_done()
    {
        using var signOuts = Collect<long>("spaces_portal.signouts");
        using var revocations = Collect<long>("spaces_portal.revocations");
        using var pending = Collect<int>("spaces_portal.revocations.pending");
        using var ledger = Collect<int>("spaces_portal.session.ledger.size");
        using var ada = await Host.VisitAsync(Host.Ada);
        using var max = await Host.VisitAsync(Host.Max);

        await ada.PostAsync("/signout");
        Host.Avaya.Faults.Add("revoke", Fault.ServerError(), SandboxFaults.Always);
        await max.PostAsync("/signout");
        pending.RecordObservableInstruments();
        ledger.RecordObservableInstruments();

        Assert.Equal([(1, "own"), (1, "own")], Counts(signOuts, "kind"));
        Assert.Equal([(1, "taken"), (1, "retried")], Counts(revocations, "outcome"));
        Assert.Equal([1], Values(pending));
        Assert.Equal([2], Values(ledger));
    }

    [Fact]
    public async Task The_size_of_each_session_cookie_is_recorded()
    {
        using var cookies = Collect<int>("spaces_portal.session.cookie.size");

        using var visitor = await Host.VisitAsync(Host.Ada);
        var first = SizeOfCookie(visitor);
        Host.Clock.Advance(PastDue);
        await visitor.GetAsync("/protected");
        var renewed = SizeOfCookie(visitor);

        Assert.Equal([first, renewed], Values(cookies));
        Assert.All(Values(cookies), size => Assert.InRange(size, 301, 999));
    }

    // By the host's own factory: other tests' hosts count in the same process.
    private MetricCollector<T> Collect<T>(string name)
        where T : struct => new(Host.Services.GetRequiredService<IMeterFactory>(), SessionMetrics.MeterName, name);

    private static int SizeOfCookie(Visitor visitor)
    {
        var cookie = Assert.Single(visitor.PortalCookies, it => it.Name == "spaces");
        return cookie.Name.Length + 1 + cookie.Value.Length;
    }

    private static IEnumerable<T> Values<T>(MetricCollector<T> metric)
        where T : struct => metric.GetMeasurementSnapshot().Select(it => it.Value);

    private static IEnumerable<(long Value, string Tag)> Counts(MetricCollector<long> metric, string tag) =>
        metric.GetMeasurementSnapshot().Select(it => (it.Value, (string)it.Tags[tag]!));
}
