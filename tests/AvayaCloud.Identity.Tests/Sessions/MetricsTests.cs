using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Testing;

namespace AvayaCloud.Identity.Tests.Sessions;

public sealed class MetricsTests : HostTest
{
    private const string Joiners = "spaces_portal.session.refresh.joiners";

    [Fact]
    public async Task A_day_with_everything_in_it_is_counted_under_the_names_that_operators_know()
    {
        var seen = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == SessionMetrics.MeterName)
                    it.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.AddOrUpdate(Name(instrument, tags), value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen[Name(instrument, tags)] = value);
        listener.Start();

        await LiveAsync(() => seen.ContainsKey(Joiners));
        listener.RecordObservableInstruments();

        Assert.Superset(
            new HashSet<string>(
                [
                    "spaces_portal.signins ok", "spaces_portal.signins tampered", "spaces_portal.session.refreshes renewed", "spaces_portal.session.refreshes unavailable",
                    "spaces_portal.session.refreshes ended", Joiners, "spaces_portal.session.refresh.late_callers", "spaces_portal.session.cookie.size",
                    "spaces_portal.session.ledger.size", "spaces_portal.signouts own", "spaces_portal.revocations taken", "spaces_portal.revocations.pending",
                ],
                StringComparer.Ordinal),
            seen.Keys.ToHashSet(StringComparer.Ordinal));
        // Other tests' hosts count into the same process: at least what was done here.
        Assert.True(seen["spaces_portal.session.cookie.size"] is > 300 and < 1_000);
    }

    private async Task LiveAsync(Func<bool> somebodyJoined)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await visitor.GetAsync("/signin-avaya?code=x&state=y");
        Assert.True(SessionId.TryParse(await TextAsync(await visitor.GetAsync("/sid")), out var id));
        var spent = ((SessionStanding.Live)Host.Services.GetRequiredService<ISessionLedger>().Look(id)).Tokens()!;
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Next("token.refresh", Fault.ServerError());
        await visitor.GetAsync("/protected");
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var held = Host.Avaya.Faults.Hold("token.refresh");
        var requests = Enumerable.Range(0, 5).Select(_ => visitor.GetAsync("/protected")).ToList();
        await held.Arrived;
        await Eventually.TrueAsync(somebodyJoined, TestContext.Current.CancellationToken);
        held.Release();
        await Task.WhenAll(requests);
        // A circuit of before, whose token the API refuses: its successor is known.
        await Host.Services.GetRequiredService<SessionRefresher>().RefreshAsync(id, spent, TestContext.Current.CancellationToken);
        await visitor.PostAsync("/signout");

        using var taken = await Host.VisitAsync(Host.Max);
        Host.Avaya.Tokens.RevokeSession(Host.Max.Username);
        Host.Clock.Advance(PastExpiry);
        await taken.GetAsync("/protected");
    }

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
}
