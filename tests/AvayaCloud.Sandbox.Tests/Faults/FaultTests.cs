using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    private const string Me = "/api/users/me";

    [Fact]
    public async Task A_fault_occurs_as_often_as_set_and_on_its_route_only()
    {
        await using var world = await World.StartAsync();
        var token = (await world.SignInAsync())["access_token"];
        world.Server.Faults.Add("api.users.me.spaces", Fault.ServerError(), times: 2);

        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync(Me, token)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.GetAsync(Me + "/spaces", token)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.GetAsync(Me + "/topics", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync(Me + "/spaces", token)).Status);
        Assert.Empty(world.Server.Faults.Pending);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("api.users")]
    [InlineData("/api/users/me")]
    [InlineData("*")]
    public async Task A_fault_can_match_a_family_a_path_or_everything_until_it_is_cleared(string route)
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.Add(route, Fault.Respond(403), SandboxFaults.Always);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.GetAsync(Me)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.GetAsync(Me)).Status);
        world.Server.Faults.Clear();
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync(Me)).Status);
    }

    [Fact]
    public async Task A_rate_limit_names_the_seconds_to_wait()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.Add("api", Fault.TooManyRequests(TimeSpan.FromSeconds(7)));
        var answer = await world.GetAsync(Me);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("7", answer.Response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("rate.limited", answer["code"]);
    }

    [Fact]
    public async Task A_fault_can_return_HTML_instead_of_JSON()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.Add("token", Fault.Html(200));
        var answer = await world.RefreshAsync("x");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("text/html", answer.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_lost_response_has_had_its_effect()
    {
        await using var world = await World.StartAsync();
        var old = (await world.SignInAsync())["refresh_token"];
        world.Server.Faults.Add("token.refresh", Fault.DropResponse());

        await Assert.ThrowsAsync<HttpRequestException>(() => world.RefreshAsync(old));

        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(old));
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(world.Server.Tokens.LatestTokens(World.Ada)!.RefreshToken!));
    }

    [Fact]
    public async Task A_dropped_connection_has_had_no_effect()
    {
        await using var world = await World.StartAsync();
        var old = (await world.SignInAsync())["refresh_token"];
        world.Server.Faults.Add("token.refresh", Fault.DropRequest());
        await Assert.ThrowsAsync<HttpRequestException>(() => world.RefreshAsync(old));
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(old));
    }

    [Fact]
    public async Task A_cut_response_ends_in_the_middle()
    {
        await using var world = await World.StartAsync();
        world.Server.Faults.Add("api", Fault.TruncateResponse());
        using var response = await world.Http.GetAsync(
            new Uri(Me, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_held_answer_waits_for_its_release_with_the_work_done()
    {
        await using var world = await World.StartAsync();
        var old = (await world.SignInAsync())["refresh_token"];
        var held = world.Server.Faults.HoldResponse("token.refresh");

        var refreshing = world.RefreshAsync(old);
        await held.Arrived.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(refreshing.IsCompleted);
        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(old));
        held.Release();

        var answer = await refreshing;
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(world.Server.Tokens.LatestTokens(World.Ada)!.AccessToken, answer["access_token"]);
    }

    [Fact]
    public async Task Clearing_and_stopping_release_held_responses()
    {
        await using var world = await World.StartAsync();
        var held = world.Server.Faults.HoldResponse("api");
        var asking = world.GetAsync(Me);
        await held.Arrived.WaitAsync(TestContext.Current.CancellationToken);
        world.Server.Faults.Clear();
        Assert.Equal(HttpStatusCode.Unauthorized, (await asking).Status);
    }

    [Fact]
    public async Task A_late_answer_comes_whole()
    {
        await using var world = await World.StartAsync();
        var late = TimeSpan.FromSeconds(3);
        world.Server.Faults.Add("api", Fault.Delay(late));
        var waits = world.Clock.WaitingAsync(late);

        var answer = world.GetAsync(Me);
        await waits;
        Assert.False(answer.IsCompleted);
        world.Clock.Advance(late);

        Assert.Equal("authentication.required", (await answer)["code"]);
    }

    [Fact]
    public async Task The_log_can_be_waited_for_and_counts_by_kind_and_outcome()
    {
        await using var world = await World.StartAsync();
        var log = world.Server.Log;
        var twice = log.WaitForAsync("api", 2, TestContext.Current.CancellationToken);
        await world.GetAsync(Me);
        Assert.False(twice.IsCompleted);
        await world.GetAsync(Me + "/spaces");
        await twice;

        await world.RefreshAsync((await world.SignInAsync())["refresh_token"]);
        Assert.Equal((1, 1, 2), (log.Count("token.code"), log.Count("token.refresh", "ok"), log.Count("token")));
        var call = log.Requests[^1];
        Assert.Equal(
            ("POST", "/oauth2/access_token", "refresh_token", World.Ada, 200),
            (call.Method, call.Path, call.Grant, call.User, call.Status));
    }
}
