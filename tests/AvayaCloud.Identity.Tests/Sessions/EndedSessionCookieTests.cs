using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>
/// A cookie whose session is over opens nothing. By the time an answer says so, the browser may hold the cookie of a new sign-in.
/// </summary>
public sealed class EndedSessionCookieTests : HostTest
{
    public static TheoryData<SessionEndReason, string> EndsAndRequests => new(
        from why in Enum.GetValues<SessionEndReason>() from address in new[] { "/", "/poll" } select (why, address));

    [Theory]
    [MemberData(nameof(EndsAndRequests))]
    public async Task A_late_request_of_an_ended_session_does_not_change_the_cookie(SessionEndReason why, string address)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await EndAsync(visitor, why);

        Assert.False((await visitor.GetAsync(address)).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_request_under_way_when_its_session_ended_does_not_delete_the_cookie_of_the_next_sign_in()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var id = await IdAsync(visitor);
        Host.Clock.Advance(PastExpiry);
        var held = Host.Avaya.Faults.HoldResponse("token.refresh");
        using var tab = Host.Visit();
        using var request = WithCookie("/poll", visitor.CookieHeader);
        var late = tab.SendAsync(request);
        await held.Arrived;
        await EndAsync(id, SessionEndReason.ByUser);
        // Through the page that explains it.
        await ChallengeAsync(visitor, "document");
        await visitor.SignInAsync(Host.Ada, "/challenge");
        held.Release();

        var answer = await late;

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        await SeenAsync(visitor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("document")]
    public async Task The_page_that_leads_to_the_sign_in_deletes_the_cookie(string? destination)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await EndAsync(visitor, SessionEndReason.ByUser);

        var answer = await ChallengeAsync(visitor, destination);

        Assert.Equal("/session-ended?returnUrl=%2Fprotected", answer.Headers.Location?.OriginalString);
        Assert.Empty(visitor.PortalCookies);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("empty")]
    [InlineData("iframe")]
    public async Task Resources_of_a_page_start_no_sign_in_and_do_not_disturb_one(string destination)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await EndAsync(visitor, SessionEndReason.ByUser);

        var answer = await ChallengeAsync(visitor, destination);

        Assert.Equal("/session-ended?returnUrl=%2Fprotected", answer.Headers.Location?.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_page_requested_before_another_sign_in_does_not_change_the_new_cookie()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await EndAsync(visitor, SessionEndReason.Replaced);

        Assert.False((await ChallengeAsync(visitor, "document")).Headers.Contains("Set-Cookie"));
    }

    private static async Task<HttpResponseMessage> ChallengeAsync(Visitor visitor, string? destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/protected");
        if (destination is not null)
            request.Headers.Add("Sec-Fetch-Dest", destination);
        return await visitor.SendAsync(request);
    }

    private static async Task<SessionId> IdAsync(Visitor visitor)
    {
        Assert.True(SessionId.TryParse(await TextAsync(await visitor.GetAsync("/sid")), out var id));
        return id;
    }

    private async Task EndAsync(Visitor visitor, SessionEndReason why) => await EndAsync(await IdAsync(visitor), why);

    private async Task EndAsync(SessionId id, SessionEndReason why) =>
        await Host.Services.GetRequiredService<SessionEnder>().EndAsync(id, why, fromCookie: null, TestContext.Current.CancellationToken);
}
