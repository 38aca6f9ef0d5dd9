using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>What the one cookie is and what becomes of a false one.</summary>
public sealed class CookieTests : HostTest
{
    [Fact]
    public async Task A_slow_response_does_not_overwrite_the_newer_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        // Long enough for a cookie with a newer time of activity.
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var slow = visitor.GetAsync("/slow");
        await Host.Slow.Asked;
        Host.Clock.Advance(PastDue);
        await SeenAsync(visitor);
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
        Host.Slow.Answer();

        Assert.False((await slow).Headers.Contains("Set-Cookie"));
        // By now only the cookie has the refresh token.
        Host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(3, (await SeenAsync(visitor)).Generation);
        Assert.Equal(0, Host.Avaya.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_slow_response_after_the_sign_out_sets_no_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var slow = visitor.GetAsync("/slow");
        await Host.Slow.Asked;
        await visitor.PostAsync("/signout");
        Host.Slow.Answer();

        await slow;
        Assert.Empty(visitor.PortalCookies);
    }

    [Fact]
    public async Task A_late_request_does_not_bring_the_spent_cookie_back()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var old = visitor.CookieHeader;
        Host.Clock.Advance(PastDue);
        await SeenAsync(visitor);
        await SeenAsync(visitor);
        // The ledger has dropped the refresh token by now.
        Host.Clock.Advance(TimeSpan.FromMinutes(2));

        using var late = Host.Visit();
        using var request = WithCookie("/protected", old);
        Assert.False((await late.SendAsync(request)).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_cookie_is_one_and_small()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);

        var cookie = Assert.Single(visitor.PortalCookies);
        Assert.Equal("spaces", cookie.Name);
        Assert.True(cookie.HttpOnly);
        Assert.InRange(cookie.Value.Length, 100, 999);
    }

    [Fact]
    public async Task The_longest_profile_still_fits_in_one_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Avaya.Users.Single(person => person.Role == "hostile"));

        Assert.InRange(Assert.Single(visitor.PortalCookies).Value.Length, 100, 4000);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_with_one_letter_altered_is_not_accepted()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var cookie = visitor.PortalCookies.Single().Value;

        // The last letter carries only some bits of its byte.
        for (var at = 0; at < cookie.Length - 2; at += 3)
        {
            using var stranger = Host.Visit();
            using var request = WithCookie("/", $"spaces={cookie[..at]}{(cookie[at] == 'A' ? 'B' : 'A')}{cookie[(at + 1)..]}");
            Assert.Equal("anonymous", await TextAsync(await stranger.SendAsync(request)));
        }
    }
}
