using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SpacesPortal.ClusterTests;

public sealed partial class SignOutTests(SharedPostgresServer database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_out_on_one_replica_reaches_the_pages_of_the_other_and_ends_every_copy_of_the_cookie()
    {
        await using var cluster = await Cluster.StartAsync(database.Server);
        using var browser = await cluster.SignInAsync();
        using var there = cluster.At(cluster.Replicas[1], browser);
        using var socket = await ListenAsync(there);

        using var here = cluster.At(cluster.Replicas[0], browser);
        await SubmitAsync(here, "/profile", "signout");

        Assert.Equal("""{"say":"signed-out"}""", await ReceiveAsync(socket));
        foreach (var replica in cluster.Replicas)
        {
            using var thief = cluster.At(replica, browser);
            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/me")).StatusCode);
        }

        await cluster.Avaya.Log.WaitForAsync("revoke", cancellationToken: Stop);
    }

    [Fact]
    public async Task Pages_on_the_other_replica_are_told_that_Avaya_Cloud_ended_the_session()
    {
        await using var cluster = await Cluster.StartAsync(database.Server, tokenLifetime: TimeSpan.FromSeconds(15));
        using var browser = await cluster.SignInAsync();
        using var there = cluster.At(cluster.Replicas[1], browser);
        using var socket = await ListenAsync(there);
        await cluster.TokenExpiresAsync();
        cluster.Avaya.Tokens.RevokeSession(cluster.Ada.Username);

        using var here = cluster.At(cluster.Replicas[0], browser);
        Assert.Equal(HttpStatusCode.Unauthorized, (await here.GetAsync("/api/me")).StatusCode);

        // Not signed out: the page of the word leads back to the same address after sign-in.
        Assert.Equal("""{"say":"ended"}""", await ReceiveAsync(socket));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/me")]
    [InlineData("/profile")]
    public async Task A_late_request_of_a_replaced_session_does_not_change_the_new_cookie_on_either_replica(
        string address)
    {
        await using var cluster = await Cluster.StartAsync(database.Server);
        using var browser = await cluster.SignInAsync();
        var tabs = cluster.Replicas.Select(replica => cluster.At(replica, browser)).ToList();
        using var socket = await ListenAsync(tabs[1]);
        await browser.SignInAsync(cluster.Ada, "/signin?again=true");
        // Told there: so it is known there.
        Assert.Equal("""{"say":"changed"}""", await ReceiveAsync(socket));

        foreach (var tab in tabs)
        {
            Assert.DoesNotContain(
                (await tab.GetAsync(address)).Headers, header => header.Key == "Set-Cookie" && header.Value.Any(IsSession));
            tab.Dispose();
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_response_under_way_at_the_sign_out_does_not_restore_the_session()
    {
        await using var cluster = await Cluster.StartAsync(database.Server, tokenLifetime: TimeSpan.FromSeconds(15));
        using var browser = await cluster.SignInAsync();
        using var here = cluster.At(cluster.Replicas[0], browser);
        var form = await here.GetFieldsAsync("/profile", "signout");
        await cluster.TokenExpiresAsync();
        var held = cluster.Avaya.Faults.HoldResponse("token.refresh");
        using var there = cluster.At(cluster.Replicas[1], browser);
        var slow = there.GetAsync("/api/me", Stop);
        await held.Arrived;

        await here.PostAsync("/signout", form);
        held.Release();

        Assert.Equal(HttpStatusCode.Unauthorized, (await slow).StatusCode);
        using var after = cluster.At(cluster.Replicas[1], there);
        Assert.Equal(HttpStatusCode.Unauthorized, (await after.GetAsync("/api/me")).StatusCode);
        // The new pair is revoked.
        await Eventually.TrueAsync(
            () =>
                cluster.Avaya.Tokens.LatestTokens(cluster.Ada.Username)?.RefreshToken is not { } token
                    || !cluster.Avaya.Tokens.IsRefreshTokenAlive(token),
            Stop);
    }

    [Fact]
    public async Task Each_session_of_a_person_is_listed_on_every_replica_and_can_be_ended_from_there()
    {
        await using var cluster = await Cluster.StartAsync(database.Server);
        using var laptop = await cluster.SignInAsync();
        using var phone = await cluster.SignInAsync();
        using var here = cluster.At(cluster.Replicas[0], laptop);
        await Eventually.TrueAsync(
            async () => Line().Count(await (await here.GetAsync("/session")).Content.ReadAsStringAsync()) == 2, Stop);

        using var there = cluster.At(cluster.Replicas[1], phone);
        using var socket = await ListenAsync(there);

        await SubmitAsync(here, "/session", "session/end");

        Assert.Equal("""{"say":"ended","reason":"elsewhere"}""", await ReceiveAsync(socket));
        await Eventually.TrueAsync(async () => (await there.GetAsync("/api/me")).StatusCode == HttpStatusCode.Unauthorized, Stop);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/me")).StatusCode);
        // Its cookie has shown itself: so its token can be given back.
        await cluster.Avaya.Log.WaitForAsync("revoke", cancellationToken: Stop);
    }

    private static bool IsSession(string cookie) => cookie.StartsWith("spaces=", StringComparison.Ordinal);

    private static async Task<ClientWebSocket> ListenAsync(Visitor visitor) =>
        await PageChannel.ConnectAsync(visitor.Address, visitor.Cookies, await PageChannel.GetMarkAsync(visitor), Stop);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[256];
        var message = await socket.ReceiveAsync(buffer, Stop);
        return Encoding.UTF8.GetString(buffer, 0, message.Count);
    }

    private static async Task SubmitAsync(Visitor visitor, string page, string action)
    {
        var answer = await visitor.PostAsync($"/{action}", await visitor.GetFieldsAsync(page, action));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [GeneratedRegex("class=\"row-line\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();
}
