using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Tests.Sessions;

public sealed class ChannelTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(_clock, new SandboxOptions());

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_page_is_told_that_Avaya_revoked_its_session()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        await using var page = await OpenPage.OpenAsync(visitor);
        _portal.Avaya.Tokens.RevokeSession(_portal.Ada.Username);
        _clock.Advance(TimeSpan.FromMinutes(61));

        using var other = _portal.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { { "Cookie", visitor.CookieHeader } } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.SendAsync(request)).StatusCode);

        Assert.Equal("ended", await page.Message);
    }

    [Fact]
    public async Task The_session_status_is_returned_and_reading_it_does_not_extend_the_session()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        await using var page = await OpenPage.OpenAsync(visitor);
        _clock.Advance(TimeSpan.FromHours(7.5));

        var state = await StateAsync(page, HttpMethod.Get, "/session/state");
        var stayed = await StateAsync(page, HttpMethod.Post, "/session/stay");

        Assert.InRange(state.EndsIn, 1_700, 1_800);
        Assert.InRange(stayed.EndsIn, 28_700, 28_800);
        Assert.Equal(state.EndsForGoodIn, stayed.EndsForGoodIn);
    }

    [Fact]
    public async Task A_failure_at_Avaya_is_reported_with_a_pause_until_the_next_success()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        await using var page = await OpenPage.OpenAsync(visitor);
        _clock.Advance(TimeSpan.FromMinutes(57));
        _portal.Avaya.Faults.Add("token.refresh", Fault.ServerError(), SandboxFaults.Always);

        var attempts = 0;
        for (var second = 0; second < 120; second += 10, _clock.Advance(TimeSpan.FromSeconds(10)))
        {
            attempts = (await StateAsync(page, HttpMethod.Post, "/session/renew")).RetryAfter is > 0
                ? _portal.Avaya.Log.Count("token.refresh")
                : throw new InvalidOperationException("No failure was reported.");
        }

        Assert.InRange(attempts, 2, 8);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/profile")).StatusCode);

        _portal.Avaya.Faults.Clear();
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null((await StateAsync(page, HttpMethod.Post, "/session/renew")).RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("another1")]
    public async Task A_page_of_another_session_gets_no_status(string mark)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        await using var page = await OpenPage.OpenAsync(visitor);

        foreach (var address in new[] { "/session/renew", "/session/stay" })
            Assert.Equal(HttpStatusCode.Conflict, (await page.SendAsync(HttpMethod.Post, address, mark)).StatusCode);
    }

    [Fact]
    public async Task An_anonymous_user_learns_nothing()
    {
        using var stranger = _portal.Visit();

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/session/state")).StatusCode);
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await stranger.GetAsync("/session/channel")).StatusCode);
    }

    private static async Task<State> StateAsync(OpenPage page, HttpMethod method, string address) =>
        (await (await page.SendAsync(method, address)).Content.ReadFromJsonAsync<State>())!;

    private sealed record State(int EndsIn, int EndsForGoodIn, int Generation, int? RetryAfter);
}
