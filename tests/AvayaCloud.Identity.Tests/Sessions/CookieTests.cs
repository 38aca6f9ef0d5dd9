using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>What the one cookie is and what becomes of a false one.</summary>
public sealed class CookieTests : HostTest
{
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
    public async Task The_worst_profile_still_fits_in_one_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Avaya.People.Single(person => person.Role == "hostile"));

        Assert.InRange(Assert.Single(visitor.PortalCookies).Value.Length, 100, 4000);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_with_one_letter_altered_is_nobodys()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var cookie = visitor.PortalCookies.Single().Value;

        // The last letter carries only some bits of its byte.
        for (var at = 0; at < cookie.Length - 2; at += 3)
        {
            using var stranger = Host.Visit();
            using var request = WithCookie("/", $"spaces={cookie[..at]}{(cookie[at] == 'A' ? 'B' : 'A')}{cookie[(at + 1)..]}");
            Assert.Equal("nobody", await TextAsync(await stranger.SendAsync(request)));
        }
    }
}
