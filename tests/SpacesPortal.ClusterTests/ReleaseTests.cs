using System.Globalization;
using System.Net;

namespace SpacesPortal.ClusterTests;

public sealed class ReleaseTests(SharedPostgresServer database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_waiting_requests_on_two_replicas_continue_with_the_response_and_the_delay_is_printed()
    {
        await using var cluster = await Cluster.StartAsync(database.Server, tokenLifetime: TimeSpan.FromSeconds(15));
        using var browser = await cluster.SignInAsync();
        // Warm, as they are in the middle of a day.
        foreach (var replica in cluster.Replicas)
        {
            var address = cluster.Visit(replica).Address;
            Assert.Equal(HttpStatusCode.OK, await BrowserTraffic.SendAsync(address, "/api/me", browser.CookieHeader, Stop));
        }

        await cluster.TokenExpiresAsync();
        var held = cluster.Avaya.Faults.HoldResponse("token.refresh");
        var (cookie, clock) = (browser.CookieHeader, TimeProvider.System);
        var waiting = Enumerable.Range(0, 100).Select(async i =>
        {
            var answer = await BrowserTraffic.SendAsync(cluster.Visit(cluster.Replicas[i % 2]).Address, "/api/me", cookie, Stop);
            return (Answer: answer, At: clock.GetTimestamp());
        }).ToList();
        await held.Arrived;
        await cluster.LockIsAwaitedAsync();

        var released = clock.GetTimestamp();
        held.Release();
        var answers = await Task.WhenAll(waiting);

        Assert.All(answers, it => Assert.Equal(HttpStatusCode.OK, it.Answer));
        Assert.Equal((1, 0), (cluster.Avaya.Log.Count("token.refresh"), cluster.Avaya.Log.RefreshTokenReuses));
        for (var replica = 0; replica < 2; replica++)
        {
            var times = answers.Where((_, i) => i % 2 == replica)
                .Select(it => clock.GetElapsedTime(released, it.At).TotalMilliseconds)
                .Order()
                .ToList();
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"replica {replica}: first {times[0]:0} ms, median {times[times.Count / 2]:0} ms, last {times[^1]:0} ms after the answer was let go"));
        }
    }
}
