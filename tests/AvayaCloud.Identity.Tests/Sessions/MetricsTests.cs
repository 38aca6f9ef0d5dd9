using System.Diagnostics.Metrics;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace AvayaCloud.Identity.Tests.Sessions;

public sealed class MetricsTests : HostTest
{
    [Fact]
    public async Task A_day_with_everything_in_it_is_counted_under_the_names_that_operators_know()
    {
        using var signIns = Collect<long>("spaces_portal.signins");
        using var signOuts = Collect<long>("spaces_portal.signouts");
        using var refreshes = Collect<long>("spaces_portal.session.refreshes");
        using var joiners = Collect<long>("spaces_portal.session.refresh.joiners");
        using var lateCallers = Collect<long>("spaces_portal.session.refresh.late_callers");
        using var cookies = Collect<int>("spaces_portal.session.cookie.size");
        using var revocations = Collect<long>("spaces_portal.revocations");
        using var pending = Collect<int>("spaces_portal.revocations.pending");
        using var ledger = Collect<int>("spaces_portal.session.ledger.size");

        await LiveAsync(somebodyJoins: joiners.WaitForMeasurementsAsync(1, TestContext.Current.CancellationToken));
        pending.RecordObservableInstruments();
        ledger.RecordObservableInstruments();

        Assert.Equal(["ok", "tampered"], Tags(signIns, "outcome"));
        Assert.Equal(["renewed", "unavailable", "ended"], Tags(refreshes, "outcome"));
        Assert.Equal(["own"], Tags(signOuts, "kind"));
        Assert.Equal(["taken"], Tags(revocations, "outcome"));
        Assert.NotNull(joiners.LastMeasurement);
        Assert.NotNull(lateCallers.LastMeasurement);
        Assert.NotNull(pending.LastMeasurement);
        Assert.NotNull(ledger.LastMeasurement);
        Assert.NotEmpty(cookies.GetMeasurementSnapshot());
        Assert.All(cookies.GetMeasurementSnapshot(), it => Assert.True(it.Value is > 300 and < 1_000));
    }

    // By the host's own factory: other tests' hosts count in the same process.
    private MetricCollector<T> Collect<T>(string name)
        where T : struct => new(Host.Services.GetRequiredService<IMeterFactory>(), SessionMetrics.MeterName, name);

    private static HashSet<object?> Tags<T>(MetricCollector<T> metric, string tag)
        where T : struct => [.. metric.GetMeasurementSnapshot().Select(it => it.Tags[tag])];

    private async Task LiveAsync(Task somebodyJoins)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await visitor.GetAsync("/signin-avaya?code=x&state=y");
        Assert.True(SessionId.TryParse(await TextAsync(await visitor.GetAsync("/sid")), out var id));
        var spent = Host.Services.GetRequiredService<SessionLedger>().GetNewestTokens(id, carried: null)!;
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Fault.ServerError());
        await visitor.GetAsync("/protected");
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var held = Host.Avaya.Faults.HoldResponse("token.refresh");
        var requests = Enumerable.Range(0, 5).Select(_ => visitor.GetAsync("/protected")).ToList();
        await held.Arrived;
        await somebodyJoins;
        held.Release();
        await Task.WhenAll(requests);
        // A circuit of before, whose token the API refuses: its successor is known.
        await Host.Services.GetRequiredService<TokenRefresher>().RefreshAsync(id, spent, TestContext.Current.CancellationToken);
        await visitor.PostAsync("/signout");

        using var taken = await Host.VisitAsync(Host.Max);
        Host.Avaya.Tokens.RevokeSession(Host.Max.Username);
        Host.Clock.Advance(PastExpiry);
        await taken.GetAsync("/protected");
    }
}
