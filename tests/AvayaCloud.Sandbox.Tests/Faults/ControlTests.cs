using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Faults;

public sealed class ControlTests
{
    [Fact]
    public async Task The_page_shows_users_password_and_calls()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        await world.SignInAsync(World.Max);

        var page = await browser.OpenAsync("/_sandbox");

        Assert.All(
            [World.Ada, World.Hal, "sandbox-2026", "token.code", "POST /oauth2/access_token"], text => Assert.True(page.Says(text), text));
        Assert.False(page.Says(world.Server.Client.ClientSecret));
        Assert.Equal("/_sandbox", (await browser.OpenAsync("/")).Location);
    }

    [Theory]
    [InlineData("limited", HttpStatusCode.TooManyRequests)]
    [InlineData("error", HttpStatusCode.ServiceUnavailable)]
    [InlineData("html", HttpStatusCode.BadGateway)]
    public async Task A_fault_can_be_set_by_a_button(string fault, HttpStatusCode status)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var page = await browser.OpenAsync("/_sandbox");

        var pressed = await browser.SubmitAsync(
            page, "/_sandbox/faults", ("route", "api"), ("fault", fault), ("seconds", "3"), ("times", "1"));

        Assert.Equal("/_sandbox", pressed.Location);
        Assert.True((await browser.OpenAsync("/_sandbox")).Says("api: response"));
        Assert.Equal(status, (await world.GetAsync("/api/users/me")).Status);
    }

    [Fact]
    public async Task Tokens_can_be_expired_and_revoked_by_a_button()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var tokens = await world.SignInAsync();
        var page = await browser.OpenAsync("/_sandbox");

        await browser.SubmitAsync(page, "/_sandbox/tokens", ("action", "expire"));
        Assert.False(world.Server.Tokens.IsAccessTokenAlive(tokens["access_token"]));
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(tokens["refresh_token"]));
        await browser.SubmitAsync(page, "/_sandbox/tokens", ("action", "revoke"));
        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(tokens["refresh_token"]));
    }

    [Fact]
    public async Task Json_does_the_same()
    {
        await using var world = await World.StartAsync();
        await world.SignInAsync();
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(world, "faults", new { route = "token", fault = "drop", times = 0 }));

        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri("/_sandbox", UriKind.Relative))
        { Headers = { { "Accept", "application/json" } } };
        using var response = await world.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var state = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.Equal("token: dropped connection, always", (string)state!["faults"]![0]!);
        Assert.Equal(5, state["people"]!.AsArray().Count);
        Assert.Equal(0, (int)state["refresh_token_reuses"]!);

        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(world, "tokens", new { action = "revoke", username = World.Ada }));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(world, "reset", new { what = "faults" }));
        Assert.Empty(world.Server.Faults.Pending);
        Assert.NotEmpty(world.Server.Log.Requests);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(world, "reset", new { }));
        Assert.Empty(world.Server.Log.Requests);
        Assert.Null(world.Server.Tokens.LatestTokens(World.Ada));
    }

    [Fact]
    public async Task Invalid_input_is_explained()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(world, "faults", new { route = "api", fault = "earthquake" }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(world, "faults", new { route = "api", fault = "late", seconds = 1e9 }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(world, "tokens", new { action = "frame" }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(world, "reset", new { what = "world" }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(world, "faults", new[] { 1 }));
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        await browser.OpenAsync("/_sandbox");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/_sandbox/faults", ("route", "*"), ("fault", "drop"))).Status);
        Assert.Empty(world.Server.Faults.Pending);
    }

    private static async Task<HttpStatusCode> SendAsync(World world, string what, object order)
    {
        using var response = await world.Http.PostAsJsonAsync(
            new Uri("/_sandbox/" + what, UriKind.Relative), order, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
