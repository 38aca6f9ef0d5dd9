using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Identity;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace SpacesPortal.Tests.Sessions;

/// <summary>A user whose session was ended elsewhere reads that, and not that they signed out.</summary>
public sealed class EndedElsewhereTests : IAsyncLifetime
{
    private readonly OtherReplica _other = new();
    private PortalHost _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(
        new FakeClock(), new SandboxOptions(), services => services.AddSingleton<ISessionStore>(_other));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("session/end")]
    [InlineData("signout-everywhere")]
    public async Task A_page_is_told_that_its_session_was_ended_elsewhere_and_a_page_of_that_browser_that_it_signed_out(string action)
    {
        using var phone = await _portal.VisitAsync(_portal.Ada);
        using var laptop = await _portal.VisitAsync(_portal.Ada);
        await using var there = await OpenPage.OpenAsync(phone);
        await using var here = await OpenPage.OpenAsync(laptop);

        await laptop.PostAsync($"/{action}", await laptop.GetFieldsAsync("/session", action));

        Assert.Equal("ended elsewhere", await there.Message);
        if (action == "signout-everywhere")
            Assert.Equal("signed-out", await here.Message);
    }

    [Theory]
    [InlineData(SessionEndReason.ByUser, "signed-out", null)]
    [InlineData(SessionEndReason.Elsewhere, "ended", "elsewhere")]
    [InlineData(SessionEndReason.ByProvider, "ended", null)]
    [InlineData(SessionEndReason.Replaced, "changed", null)]
    public async Task A_page_that_connects_too_late_is_told_the_same(SessionEndReason why, string say, string? reason)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var mark = await PageChannel.GetMarkAsync(visitor);
        await EndAsync(visitor, why);

        await using var page = await OpenPage.OpenAsync(visitor, mark);
        Assert.Equal(reason is null ? say : $"{say} {reason}", await page.Message);
        foreach (
            var (method, address) in new[] { (HttpMethod.Get, "/session/state"), (
                HttpMethod.Post, "/session/renew"), (HttpMethod.Post, "/session/stay") })
        {
            var answer = await page.SendAsync(method, address);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal(new Word(say, reason), await answer.Content.ReadFromJsonAsync<Word>(Stop));
        }
    }

    [Theory]
    [InlineData("/session/end")]
    [InlineData("/signout-everywhere")]
    public async Task A_button_that_is_pressed_after_the_end_shows_the_same_page(string action)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        await EndAsync(visitor, SessionEndReason.Elsewhere);

        var answer = await visitor.PostAsync(action, ("id", "another"));

        Assert.Equal("/session-ended?returnUrl=%2Fsession&reason=elsewhere", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_then_deletes_the_cookie()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        await EndAsync(visitor, SessionEndReason.Elsewhere);

        var answer = await visitor.PostAsync("/signout");

        Assert.Equal("/signed-out", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(visitor.PortalCookies, cookie => cookie.Name == "spaces");
    }

    private async Task EndAsync(Visitor visitor, SessionEndReason why)
    {
        var me = (await (await visitor.GetAsync("/api/me")).Content.ReadFromJsonAsync<Me>(Stop))!;
        var session = (await _portal.Services.GetRequiredService<IActiveSessionStore>().ListAsync(me.UserId, Stop))!.Single().Id;
        _other.Ends(session, why);
    }

    private sealed record Word(string Say, string? Reason);

    private sealed record Me(string UserId);
}
