using System.Diagnostics;
using System.Globalization;
using System.Net;
using AvayaCloud.Sandbox;
using SpacesPortal.Benchmarks.Apps;

namespace SpacesPortal.Benchmarks.Bursts;

/// <summary>A hundred requests with one expired cookie: how long after Avaya Cloud's answer the last of them is answered.</summary>
internal static class BurstRelease
{
    private const int Requests = 100;
    private const int Rounds = 7;
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(2);

    public static async Task<Report> MeasureAsync(CancellationToken cancellationToken)
    {
        var report = new Report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Requests} requests with one expired cookie: from Avaya Cloud's answer, ms (medians of {Rounds} bursts)"),
            "replicas", "half of them", "the last one", "best last", "as many, nothing due", "refresh calls", "answers 200");
        await using var database = await PostgresServer.StartAsync(cancellationToken);
        foreach (var replicas in new[] { 1, 2 })
        {
            await using var avaya = await SandboxServer.StartAsync(
                new SandboxOptions { AccessTokenLifetime = TokenLifetime }, cancellationToken: cancellationToken);
            var connection = replicas > 1 ? await database.CreateDatabaseAsync(cancellationToken) : null;
            var portals = await Task.WhenAll(
                Enumerable.Range(0, replicas).Select(_ => ProductionProgram.StartAsync(avaya, [], cancellationToken, connection)));
            try
            {
                await MeasureAsync(report, avaya, [.. portals.Select(portal => portal.Address)], cancellationToken);
            }
            finally
            {
                foreach (var portal in portals)
                    await portal.DisposeAsync();
            }
        }

        return report;
    }

    private static async Task MeasureAsync(Report report, SandboxServer avaya, Uri[] portals, CancellationToken cancellationToken)
    {
        var person = avaya.Users.Single(it => it.Role == "admin");
        using var visitor = new Visitor(portals[0]);
        await visitor.SignInAsync(person, "/signin?returnUrl=/api/me");
        // Connections are open, as those of a balancer are.
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan });
        List<double> half = [], last = [], idle = [];
        var (calls, good) = (0, 0);
        for (var round = -2; round < Rounds; round++)
        {
            using var current = await visitor.GetAsync("/api/me", cancellationToken);
            var cookie = visitor.CookieHeader;
            var asked = Stopwatch.GetTimestamp();
            var plain = await Task.WhenAll(Burst(http, portals, cookie, cancellationToken));

            var token = avaya.Tokens.LatestTokens(person.Username)!.AccessToken;
            while (avaya.Tokens.IsAccessTokenAlive(token))
                await Task.Delay(50, cancellationToken);
            avaya.Log.Clear();
            var held = avaya.Faults.HoldResponse("token.refresh");
            var burst = Burst(http, portals, cookie, cancellationToken).ToList();
            await held.Arrived;
            // All of them wait by then: nothing shows that from outside.
            await Task.Delay(500, cancellationToken);
            var released = Stopwatch.GetTimestamp();
            held.Release();
            var answers = await Task.WhenAll(burst);
            if (round < 0)
                continue;

            var times = answers.Select(it => Stopwatch.GetElapsedTime(released, it.At).TotalMilliseconds).Order().ToList();
            half.Add(times[Requests / 2]);
            last.Add(times[^1]);
            idle.Add(plain.Max(it => Stopwatch.GetElapsedTime(asked, it.At).TotalMilliseconds));
            calls = Math.Max(calls, avaya.Log.Count("token.refresh"));
            good += answers.Count(it => it.Status == HttpStatusCode.OK);
        }

        report.Add(
            Report.Number(portals.Length), Report.Number(Median(half), "0.0"), Report.Number(Median(last), "0.0"),
            Report.Number(last.Min(), "0.0"), Report.Number(Median(idle), "0.0"),
            Report.Number(calls), $"{Report.Number(good)} of {Report.Number(Requests * Rounds)}");
    }

    private static IEnumerable<Task<(HttpStatusCode Status, long At)>> Burst(
        HttpClient http, Uri[] portals, string cookie, CancellationToken cancellationToken) =>
        Enumerable.Range(0, Requests).Select(async number =>
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, new Uri(portals[number % portals.Length], "/api/me"))
            { Headers = { { "Cookie", cookie } } };
            using var answer = await http.SendAsync(request, cancellationToken);
            return (answer.StatusCode, Stopwatch.GetTimestamp());
        });

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
