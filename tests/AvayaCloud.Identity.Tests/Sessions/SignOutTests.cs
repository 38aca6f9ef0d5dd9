using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
namespace AvayaCloud.Identity.Tests.Sessions;

public sealed class SignOutTests : HostTest
{
    [Fact]
    public async Task Sign_out_deletes_the_cookie_and_revokes_the_newest_refresh_token()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromMinutes(58));
        await visitor.GetAsync("/protected");
        var newest = Host.Avaya.Tokens.LatestTokens(Host.Ada.Username)!;

        var answer = await visitor.PostAsync("/signout");

        Assert.Equal("Revoked", await TextAsync(answer));
        Assert.Equal(["\"storage\""], answer.Headers.GetValues("Clear-Site-Data"));
        Assert.Empty(visitor.PortalCookies);
        Assert.False(Host.Avaya.Tokens.IsRefreshTokenAlive(newest.RefreshToken!));
        Assert.Equal(1, Host.Avaya.Log.Count("revoke"));
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_sign_out()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var copy = visitor.CookieHeader;
        await visitor.PostAsync("/signout");

        using var thief = Host.Visit();
        Assert.Equal("ended", await ReplayAsync(thief, copy));
        Host.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal("ended", await ReplayAsync(thief, copy));
    }

    [Fact]
    public async Task Signing_out_of_an_ended_session_is_not_an_error()
    {
        using var visitor = Host.Visit();

        Assert.Equal("WasOver", await TextAsync(await visitor.PostAsync("/signout")));
    }

    [Fact]
    public async Task With_the_provider_down_the_session_ends_here_and_the_token_later()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var tokens = Host.Avaya.Tokens.LatestTokens(Host.Ada.Username)!;
        Host.Avaya.Faults.Add("revoke", Fault.ServerError(503), 3);

        Assert.Equal("RevokedLater", await TextAsync(await visitor.PostAsync("/signout")));
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));

        await Eventually.TrueAsync(
            () => Pass(TimeSpan.FromSeconds(1)) && !Host.Avaya.Tokens.IsRefreshTokenAlive(tokens.RefreshToken!),
            TestContext.Current.CancellationToken);
        Assert.Equal(4, Host.Avaya.Log.Count("revoke"));
    }

    [Fact]
    public async Task Sign_out_does_not_wait_for_tokens_that_will_not_be_used()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.HoldResponse("token.refresh");

        Assert.Equal("Revoked", await TextAsync(await visitor.PostAsync("/signout")));
        Assert.Equal(0, Host.Avaya.Log.Count("token.refresh"));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_does_not_delay_the_sign_out()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var held = Host.Avaya.Faults.HoldResponse("revoke");

        var signOut = visitor.PostAsync("/signout");
        await held.Arrived;
        await Eventually.TrueAsync(() => Pass(TimeSpan.FromSeconds(1)) && signOut.IsCompleted, TestContext.Current.CancellationToken);

        Assert.Equal("RevokedLater", await TextAsync(await signOut));
    }

    [Fact]
    public async Task A_refresh_under_way_does_not_restore_an_ended_session_and_its_token_is_revoked()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var copy = visitor.CookieHeader;
        // Due, not expired: the sign-out itself need not wait for the refresh that another request began.
        Host.Clock.Advance(TimeSpan.FromMinutes(58));
        var held = Host.Avaya.Faults.HoldResponse("token.refresh");
        using var tab = Host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/protected") { Headers = { { "Cookie", copy } } };
        var slow = tab.SendAsync(request);
        await held.Arrived;
        var signOut = visitor.PostAsync("/signout");
        await Eventually.TrueAsync(() => Pass(TimeSpan.FromSeconds(1)) && signOut.IsCompleted, TestContext.Current.CancellationToken);
        held.Release();
        await slow;

        Assert.Equal("ended", await ReplayAsync(tab, copy));
        await Host.Avaya.Log.WaitForAsync("revoke", 2, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await signOut).StatusCode);
    }

    [Fact]
    public async Task A_late_request_of_a_replaced_session_does_not_change_the_new_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var before = visitor.CookieHeader;
        var token = Host.Avaya.Tokens.LatestTokens(Host.Ada.Username)!.RefreshToken!;
        await visitor.SignInAsync(Host.Ada, "/challenge");
        await Eventually.TrueAsync(() => !Host.Avaya.Tokens.IsRefreshTokenAlive(token), TestContext.Current.CancellationToken);

        using var tab = Host.Visit();
        using var request = WithCookie("/", before);
        var late = await tab.SendAsync(request);

        Assert.Equal("ended", await TextAsync(late));
        Assert.False(late.Headers.Contains("Set-Cookie"));
        await SeenAsync(visitor);
    }

    private static async Task<string> ReplayAsync(Visitor visitor, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", cookie } } };
        return await TextAsync(await visitor.SendAsync(request));
    }
}
