using System.Net;

namespace SpacesPortal.ClusterTests;

public sealed class DatabaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_seconds_without_PostgreSQL_under_traffic_are_not_noticed()
    {
        await using var server = await PostgresServer.StartAsync(Stop);
        await using var cluster = await Cluster.StartAsync(server, tokenLifetime: TimeSpan.FromSeconds(60));
        using var browser = await cluster.SignInAsync();
        await using var traffic = new BrowserTraffic(
            cluster.Replicas.Select(replica => cluster.At(replica, browser)), "/api/me", "/profile", "/spaces", "/session",
            "/health/ready");
        var old = browser.CookieHeader;
        await traffic.ContinueForAsync(TimeSpan.FromSeconds(1), Stop);

        await server.StopAsync();
        await traffic.ContinueForAsync(TimeSpan.FromSeconds(30), Stop);
        await server.StartAgainAsync(Stop);
        foreach (var replica in cluster.Replicas)
            await Cluster.WaitForHealthAsync(replica, "Healthy");
        await cluster.TokenExpiresAsync();
        // Renewals wait until replicas that renewed when it went away could have written their successors.
        await Eventually.TrueAsync(() => cluster.Avaya.Log.Count("token.refresh") == 1, Stop);
        await traffic.ContinueForAsync(TimeSpan.FromSeconds(1), Stop);

        Assert.Equal([HttpStatusCode.OK], traffic.Statuses.Distinct());
        foreach (var replica in cluster.Replicas)
            Assert.Equal(HttpStatusCode.OK, await BrowserTraffic.SendAsync(cluster.Visit(replica).Address, "/api/me", old, Stop));
        Assert.Equal((1, 0), (cluster.Avaya.Log.Count("token.refresh"), cluster.Avaya.Log.RefreshTokenReuses));
        Assert.Equal(1, await cluster.QueryAsync<long>("select count(*) from spaces_portal.tokens where generation = 2"));
    }

    [Fact]
    public async Task While_PostgreSQL_is_down_pages_are_served_no_session_ends_and_refreshes_wait()
    {
        // A server of its own, because the others' must not stop.
        await using var server = await PostgresServer.StartAsync(Stop);
        await using var cluster = await Cluster.StartAsync(server, tokenLifetime: TimeSpan.FromSeconds(20));
        using var browser = await cluster.SignInAsync();
        using var here = cluster.At(cluster.Replicas[0], browser);
        using var there = cluster.At(cluster.Replicas[1], browser);

        await server.StopAsync();
        foreach (var replica in cluster.Replicas)
            await Cluster.WaitForHealthAsync(replica, "Degraded");
        foreach (var visitor in new[] { here, there })
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);
        await cluster.TokenExpiresAsync();
        foreach (var visitor in new[] { here, there })
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);
        Assert.Equal(0, cluster.Avaya.Log.Count("token.refresh"));
        // Through the balancer too: no replica is taken out.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).StatusCode);

        await server.StartAgainAsync(Stop);
        foreach (var replica in cluster.Replicas)
            await Cluster.WaitForHealthAsync(replica, "Healthy");
        await Eventually.TrueAsync(
            async () => (await here.GetAsync("/api/me")).StatusCode == HttpStatusCode.OK && cluster.Avaya.Log.Count("token.refresh") == 1,
            Stop);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/api/me")).StatusCode);
        Assert.Equal((1, 0), (cluster.Avaya.Log.Count("token.refresh"), cluster.Avaya.Log.RefreshTokenReuses));
    }
}
