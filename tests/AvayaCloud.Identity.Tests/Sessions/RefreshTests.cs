using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Identity.Tests.Infrastructure;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>Refreshes happen once for all callers, and no new token is lost.</summary>
public sealed class RefreshTests : HostTest
{
    [Fact]
    public async Task The_provider_is_not_called_while_the_token_is_fresh()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromMinutes(50));
        Host.Avaya.Log.Clear();

        await visitor.GetAsync("/protected");

        Assert.Empty(Host.Avaya.Log.Requests);
    }

    [Fact]
    public async Task A_token_that_is_due_is_refreshed_and_the_old_pair_is_never_sent_again()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        for (var hour = 2; hour < 8; hour++)
        {
            Host.Clock.Advance(PastDue);
            var seen = await SeenAsync(visitor);
            Assert.Equal(hour, seen.Generation);
            Assert.True(Host.Avaya.Tokens.IsAccessTokenAlive(seen.AccessToken));
        }

        Assert.Equal(0, Host.Avaya.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_hundred_requests_at_expiry_make_one_refresh_and_a_hundred_answers()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        var held = Host.Avaya.Faults.HoldResponse("token.refresh");

        var requests = Enumerable.Range(0, 100).Select(_ => visitor.GetAsync("/protected")).ToList();
        await held.Arrived;
        held.Release();
        // The clock stands still from here, so waiting for any timer would never end.
        var answers = await Task.WhenAll(requests);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
        Assert.Equal(0, Host.Avaya.Log.RefreshTokenReuses);
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task The_old_cookie_half_a_minute_later_is_served_without_a_call()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var old = visitor.CookieHeader;
        Host.Clock.Advance(PastExpiry);
        await SeenAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromSeconds(30));
        Host.Avaya.Log.Clear();

        using var late = Host.Visit();
        using var request = WithCookie("/protected", old);
        var answer = await late.SendAsync(request);

        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<Seen>())!.Generation);
        Assert.Empty(Host.Avaya.Log.Requests);
    }

    [Fact]
    public async Task A_cancelled_request_does_not_lose_the_token_that_it_requested()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        var held = Host.Avaya.Faults.HoldResponse("token.refresh");
        using var goesAway = new CancellationTokenSource();
        var request = visitor.GetAsync("/protected", goesAway.Token);
        await held.Arrived;
        await goesAway.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        held.Release();

        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
    }

    [Fact]
    public async Task A_restart_of_the_ledger_takes_the_tokens_from_the_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        // Ten minutes after the token's end the ledger has forgotten the session.
        Host.Clock.Advance(TimeSpan.FromMinutes(75));

        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task A_token_that_the_API_rejects_is_refreshed_once_and_not_again_at_once()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("Refreshed", await TextAsync(await visitor.PostAsync("/renew")));
        Assert.Equal("Ended", await TextAsync(await visitor.PostAsync("/renew")));

        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }
}
