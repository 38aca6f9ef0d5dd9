using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using SpacesPortal.Testing;

namespace AvayaCloud.Identity.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly TimeSpan PastDue = TimeSpan.FromMinutes(58);
    private static readonly TimeSpan PastExpiry = TimeSpan.FromMinutes(61);

    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_cookie_is_one_and_small()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);

        var cookie = Assert.Single(visitor.PortalCookies);
        Assert.Equal("spaces", cookie.Name);
        Assert.True(cookie.HttpOnly);
        Assert.InRange(cookie.Value.Length, 100, 999);
    }

    [Fact]
    public async Task The_worst_profile_still_fits_in_one_cookie()
    {
        using var visitor = await _host.VisitAsync(_host.Avaya.People.Single(person => person.Role == "hostile"));

        Assert.InRange(Assert.Single(visitor.PortalCookies).Value.Length, 100, 4000);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_with_one_letter_altered_is_nobodys()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        var cookie = visitor.PortalCookies.Single().Value;

        // The last letter carries only some bits of its byte.
        for (var at = 0; at < cookie.Length - 2; at += 3)
        {
            using var stranger = _host.Visit();
            using var request = WithCookie("/", $"spaces={cookie[..at]}{(cookie[at] == 'A' ? 'B' : 'A')}{cookie[(at + 1)..]}");
            Assert.Equal("nobody", await TextAsync(await stranger.SendAsync(request)));
        }
    }

    [Fact]
    public async Task Nothing_is_asked_of_the_provider_while_the_token_is_fresh()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(TimeSpan.FromMinutes(50));
        _host.Avaya.Log.Clear();

        await visitor.GetAsync("/protected");

        Assert.Empty(_host.Avaya.Log.Calls);
    }

    [Fact]
    public async Task A_token_that_is_due_is_renewed_and_the_old_pair_is_never_sent_again()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        for (var hour = 2; hour < 8; hour++)
        {
            _host.Clock.Advance(PastDue);
            var seen = await SeenAsync(visitor);
            Assert.Equal(hour, seen.Generation);
            Assert.True(_host.Avaya.Tokens.IsAccessTokenAlive(seen.AccessToken));
        }

        Assert.Equal(0, _host.Avaya.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_hundred_requests_at_expiry_make_one_refresh_and_a_hundred_answers()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(PastExpiry);
        var held = _host.Avaya.Faults.Hold("token.refresh");

        var requests = Enumerable.Range(0, 100).Select(_ => visitor.GetAsync("/protected")).ToList();
        await held.Arrived;
        held.Release();
        var answers = await Task.WhenAll(requests);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, _host.Avaya.Log.Count("token.refresh"));
        Assert.Equal(0, _host.Avaya.Log.RefreshTokenReuses);
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task The_old_cookie_half_a_minute_later_is_served_without_a_call()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        var old = visitor.CookieHeader;
        _host.Clock.Advance(PastExpiry);
        await SeenAsync(visitor);
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        _host.Avaya.Log.Clear();

        using var late = _host.Visit();
        using var request = WithCookie("/protected", old);
        var answer = await late.SendAsync(request);

        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<Seen>())!.Generation);
        Assert.Empty(_host.Avaya.Log.Calls);
    }

    [Fact]
    public async Task A_request_that_goes_away_does_not_lose_the_token_that_it_asked_for()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(PastExpiry);
        var held = _host.Avaya.Faults.Hold("token.refresh");
        using var goesAway = new CancellationTokenSource();
        var request = visitor.GetAsync("/protected", goesAway.Token);
        await held.Arrived;
        await goesAway.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        held.Release();

        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
        Assert.Equal(1, _host.Avaya.Log.Count("token.refresh"));
    }

    [Fact]
    public async Task A_refusal_of_the_refresh_token_ends_the_session_and_keeps_the_address()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Avaya.Tokens.RevokeSession(_host.Ada.Username);
        _host.Clock.Advance(PastExpiry);

        var answer = await visitor.GetAsync("/protected?q=1");

        Assert.Equal("/session-ended?returnUrl=%2Fprotected%3Fq%3D1", answer.Headers.Location?.OriginalString);
        Assert.Empty(visitor.PortalCookies);
        Assert.Equal("nobody", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task A_provider_in_trouble_signs_nobody_out_and_is_not_hammered()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(PastExpiry);
        Fault[] troubles =
        [
            Fault.ServerError(500), Fault.ServerError(503), Fault.Limited(TimeSpan.FromSeconds(20)), Fault.Html(200), Fault.Drop(),
            Fault.Answer(401, """{"error":"invalid_client"}"""), Fault.Answer(400, "no JSON"), Fault.Answer(200, "{}"),
        ];
        foreach (var trouble in troubles)
        {
            _host.Avaya.Log.Clear();
            _host.Avaya.Faults.Next("token.refresh", trouble);
            for (var i = 0; i < 10; i++)
                Assert.Equal(1, (await SeenAsync(visitor)).Generation);
            Assert.Equal(1, _host.Avaya.Log.Count("token.refresh"));
            _host.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task Two_minutes_of_outage_around_the_expiry_cost_at_most_eight_attempts()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(TimeSpan.FromMinutes(59));
        _host.Avaya.Faults.Next("token.refresh", Fault.ServerError(503), SandboxFaults.Always);
        for (var second = 0; second < 120; second += 5)
        {
            Assert.Equal(1, (await SeenAsync(visitor)).Generation);
            _host.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.InRange(_host.Avaya.Log.Count("token.refresh"), 2, 8);
        _host.Avaya.Faults.Clear();
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(PastExpiry);
        _host.Avaya.Faults.Next("token.refresh", Fault.Limited(TimeSpan.FromSeconds(100)));
        await SeenAsync(visitor);
        _host.Clock.Advance(TimeSpan.FromSeconds(95));
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task A_restart_of_the_ledger_takes_the_tokens_from_the_cookie()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        // Two minutes after the token's end the ledger has forgotten the session.
        _host.Clock.Advance(TimeSpan.FromMinutes(70));

        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task Without_a_request_for_eight_hours_the_session_is_over()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(TimeSpan.FromHours(7.9));
        await SeenAsync(visitor);
        _host.Clock.Advance(TimeSpan.FromHours(7.9));
        await SeenAsync(visitor);
        _host.Clock.Advance(TimeSpan.FromHours(8.1));

        Assert.Equal("nobody", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task A_day_after_sign_in_the_session_is_over_however_busy_it_was()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        for (var hour = 0; hour < 23; hour++)
        {
            _host.Clock.Advance(TimeSpan.FromHours(1));
            await SeenAsync(visitor);
        }

        _host.Clock.Advance(TimeSpan.FromHours(1.01));
        Assert.Equal("nobody", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task A_token_that_the_API_refuses_is_renewed_once_and_not_again_at_once()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("Renewed", await TextAsync(await visitor.PostAsync("/renew")));
        Assert.Equal("Ended", await TextAsync(await visitor.PostAsync("/renew")));

        Assert.Equal(1, _host.Avaya.Log.Count("token.refresh"));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    private static HttpRequestMessage WithCookie(string address, string cookie) => new(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } };

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static async Task<Seen> SeenAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync("/protected");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Seen>())!;
    }
}
