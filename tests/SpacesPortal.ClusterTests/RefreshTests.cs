using System.Net;
using AvayaCloud.Sandbox;

namespace SpacesPortal.ClusterTests;

public sealed class RefreshTests(SharedPostgresServer database)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(1, 3)]
    [InlineData(1, 7)]
    [InlineData(1, 20)]
    [InlineData(2, 0.1)]
    [InlineData(2, 3)]
    [InlineData(2, 7)]
    [InlineData(2, 20)]
    [InlineData(3, 3)]
    public async Task A_hundred_requests_with_one_expired_cookie_cost_one_refresh(int replicas, double providerSeconds)
    {
        await using var cluster = await Cluster.StartAsync(database.Server, replicas, TokenLifetime);
        using var browser = await cluster.SignInAsync();
        await cluster.TokenExpiresAsync();
        cluster.Avaya.Faults.Add("token.refresh", Fault.Delay(TimeSpan.FromSeconds(providerSeconds)));
        var old = browser.CookieHeader;

        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = browser.Address };
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => http.SendAsync(Request(old), Stop)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((1, 0), (cluster.Avaya.Log.Count("token.refresh"), cluster.Avaya.Log.RefreshTokenReuses));

        // The old cookie, on every replica: accepted, without a call.
        foreach (var replica in cluster.Replicas)
        {
            using var late = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = cluster.Visit(replica).Address };
            Assert.Equal(HttpStatusCode.OK, (await late.SendAsync(Request(old), Stop)).StatusCode);
        }

        Assert.Equal(1, cluster.Avaya.Log.Count("token.refresh"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/profile")).StatusCode);
    }

    [Fact]
    public async Task A_replica_that_is_killed_while_it_refreshes_leaves_no_lock_and_costs_one_call_at_most()
    {
        await using var cluster = await Cluster.StartAsync(database.Server, tokenLifetime: TimeSpan.FromSeconds(15));
        using var browser = await cluster.SignInAsync();
        await cluster.TokenExpiresAsync();
        var held = cluster.Avaya.Faults.HoldResponse("token.refresh");
        using var first = cluster.At(cluster.Replicas[0], browser);
        using var second = cluster.At(cluster.Replicas[1], browser);
        var (lost, waiting) = await AskBothAsync(first, second, held);
        await cluster.Replicas[0].KillAsync();
        held.Release();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => lost);
        // Avaya Cloud has rotated the token, and only the killed replica got the response: this session ends, and no other does.
        Assert.Equal(HttpStatusCode.Unauthorized, (await waiting).StatusCode);
        Assert.Equal(2, cluster.Avaya.Log.Count("token.refresh"));
        using var other = await cluster.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_replica_that_is_killed_before_Avaya_Cloud_has_its_call_costs_one_more_call_and_no_session()
    {
        await using var cluster = await Cluster.StartAsync(database.Server, tokenLifetime: TimeSpan.FromSeconds(15));
        using var browser = await cluster.SignInAsync();
        await cluster.TokenExpiresAsync();
        var held = cluster.Avaya.Faults.HoldRequest("token.refresh");
        using var first = cluster.At(cluster.Replicas[0], browser);
        using var second = cluster.At(cluster.Replicas[1], browser);
        var (lost, waiting) = await AskBothAsync(first, second, held);
        await cluster.Replicas[0].KillAsync();

        // The lock ended with its holder: the other replica continues with the unused token.
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => lost);
        Assert.Equal(HttpStatusCode.OK, (await waiting).StatusCode);
        held.Release();
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/api/me")).StatusCode);
        Assert.InRange(cluster.Avaya.Log.Count("token.refresh"), 1, 2);
        Assert.Equal(0, cluster.Avaya.Log.RefreshTokenReuses);
        Assert.Equal(0, await cluster.QueryAsync<long>(PostgresQuery.AdvisoryLocks));
    }

    [Fact]
    public async Task A_replica_that_is_stopped_while_it_refreshes_finishes_and_the_others_have_the_result()
    {
        await using var cluster = await Cluster.StartAsync(database.Server, tokenLifetime: TimeSpan.FromSeconds(15));
        using var browser = await cluster.SignInAsync();
        await cluster.TokenExpiresAsync();
        var held = cluster.Avaya.Faults.HoldResponse("token.refresh");
        using var first = cluster.At(cluster.Replicas[0], browser);
        var answer = first.GetAsync("/api/me", Stop);
        await held.Arrived;

        await cluster.Replicas[0].TerminateAsync(Stop);
        await Cluster.WaitForHealthAsync(cluster.Replicas[0], "Unhealthy");
        held.Release();

        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        Assert.Equal(0, await cluster.Replicas[0].WaitForExitAsync(Stop));
        using var second = cluster.At(cluster.Replicas[1], browser);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/api/me")).StatusCode);
        Assert.Equal((1, 0), (cluster.Avaya.Log.Count("token.refresh"), cluster.Avaya.Log.RefreshTokenReuses));
    }

    /// <summary>The first replica refreshes, and Avaya Cloud holds its call; the second one waits for the lock.</summary>
    private static async Task<(Task<HttpResponseMessage> First, Task<HttpResponseMessage> Second)> AskBothAsync(
        Visitor first, Visitor second, HeldRequest held)
    {
        var refreshing = first.GetAsync("/api/me", Stop);
        await held.Arrived;
        return (refreshing, second.GetAsync("/api/me", Stop));
    }

    private static HttpRequestMessage Request(string cookie) => new(HttpMethod.Get, "/api/me") { Headers = { { "Cookie", cookie } } };
}
