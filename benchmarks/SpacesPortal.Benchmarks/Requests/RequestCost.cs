using System.Globalization;
using AvayaCloud.Sandbox;
using SpacesPortal.Benchmarks.Apps;

namespace SpacesPortal.Benchmarks.Requests;

/// <summary>
/// What a signed-in request costs the server. The contestants take turns, so that a noisy minute hits all of them, and each round gives
/// a ratio of its own.
/// </summary>
internal static class RequestCost
{
    private const int WarmUp = 8_000;
    private const int Requests = 8_000;
    private const int Rounds = 9;

    public static async Task<Report> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var avaya = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken: cancellationToken);
        await using var portal = await Contestant.StartAsync("SpacesPortal", avaya, [], cancellationToken);
        await using var same = await Contestant.StartAsync(
            "the same app, AddCookie + AddOAuth", avaya, ["serve", Yardstick.SameApp], cancellationToken);
        await using var template = await Contestant.StartAsync(
            "a new project, AddCookie + AddOAuth", avaya, ["serve", Yardstick.Template], cancellationToken);
        Contestant[] contestants = [portal, same, template];

        foreach (var contestant in contestants)
            await contestant.AskAsync(WarmUp, cancellationToken);
        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var costs = new double[contestants.Length];
            for (var turn = 0; turn < contestants.Length; turn++)
            {
                var at = (round + turn) % contestants.Length;
                costs[at] = (await contestants[at].AskAsync(Requests, cancellationToken)).TotalMicroseconds;
            }

            rounds.Add(costs);
        }

        var report = new Report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"GET /api/me, signed in: CPU of the server per request (median of {Rounds} rounds of {Requests})"),
            "program", "CPU, µs", "SpacesPortal : this", "lowest to highest", "cookies, bytes");
        for (var at = 0; at < contestants.Length; at++)
        {
            var ratios = rounds.Select(costs => costs[0] / costs[at]).Order().ToArray();
            report.Add(
                contestants[at].Name, Report.Number(rounds.Select(costs => costs[at]).Order().ElementAt(Rounds / 2), "0.0"),
                Report.Number(ratios[Rounds / 2], "0.00"), $"{Report.Number(ratios[0], "0.00")} to {Report.Number(ratios[^1], "0.00")}",
                Report.Number(contestants[at].CookieBytes));
        }

        return report;
    }
}
