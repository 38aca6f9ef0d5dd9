using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Identity;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace SpacesPortal.Tests.Sessions;

/// <summary>What a circuit has: a session's id, an open page, and no cookie.</summary>
public sealed class CircuitTokenTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_thirty_token_lifetimes_the_browser_refreshes_for_the_circuit_and_its_cookie_stays_valid()
    {
        var clock = new FakeClock();
        await using var portal = await PortalHost.StartAsync(clock, new SandboxOptions { AccessTokenLifetime = TimeSpan.FromMinutes(10) });
        using var visitor = await portal.VisitAsync(portal.Ada);
        await using var page = await OpenPage.OpenAsync(visitor);
        var (id, tokens) = (await IdAsync(portal, visitor), portal.Services.GetRequiredService<SessionTokens>());

        for (var life = 0; life < 30; life++)
        {
            clock.Advance(TimeSpan.FromMinutes(11));
            var token = await tokens.GetAsync(id, request: null, Stop);
            Assert.True(token is { } access && portal.Avaya.Tokens.IsAccessTokenAlive(access.Reveal()), $"life {life}");
        }

        // F5: the cookie is the newest one.
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/profile")).StatusCode);
        Assert.Equal((30, 0), (portal.Avaya.Log.Count("token.refresh"), portal.Avaya.Log.RefreshTokenReuses));
    }

    [Fact]
    public async Task A_token_that_the_API_rejects_early_is_refreshed_through_the_browser()
    {
        var clock = new FakeClock();
        await using var portal = await PortalHost.StartAsync(clock, new SandboxOptions());
        using var visitor = await portal.VisitAsync(portal.Ada);
        await using var page = await OpenPage.OpenAsync(visitor);
        var (id, tokens) = (await IdAsync(portal, visitor), portal.Services.GetRequiredService<SessionTokens>());
        // Only the browser has the refresh token now.
        clock.Advance(TimeSpan.FromMinutes(5));
        var refused = (await tokens.GetAsync(id, request: null, Stop))!.Value;
        portal.Avaya.Tokens.ExpireAccessTokens();

        var outcome = await tokens.RefreshAsync(id, request: null, refused, Stop);

        Assert.Equal(2, Assert.IsType<RefreshOutcome.Refreshed>(outcome).Generation);
        Assert.Equal(0, portal.Avaya.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task Without_an_open_page_there_is_no_wait()
    {
        var clock = new FakeClock();
        await using var portal = await PortalHost.StartAsync(clock, new SandboxOptions());
        using var visitor = await portal.VisitAsync(portal.Ada);
        var (id, tokens) = (await IdAsync(portal, visitor), portal.Services.GetRequiredService<SessionTokens>());
        clock.Advance(TimeSpan.FromMinutes(5));
        var token = (await tokens.GetAsync(id, request: null, Stop))!.Value;

        Assert.IsType<RefreshOutcome.RefreshTokenInCookieOnly>(await tokens.RefreshAsync(id, request: null, token, Stop));
    }

    private static async Task<SessionId> IdAsync(PortalHost portal, Visitor visitor)
    {
        var me = (await (await visitor.GetAsync("/api/me")).Content.ReadFromJsonAsync<Me>())!;
        return (await portal.Services.GetRequiredService<IActiveSessionStore>().ListAsync(me.UserId, Stop))!.Single().Id;
    }

    private sealed record Me(string UserId);
}
