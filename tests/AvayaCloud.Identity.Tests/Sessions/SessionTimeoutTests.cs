using AvayaCloud.Identity.Tests.Infrastructure;
namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>Sessions end by idle and absolute timeout.</summary>
public sealed class SessionTimeoutTests : HostTest
{
    [Fact]
    public async Task A_refusal_of_the_refresh_token_ends_the_session_and_keeps_the_address()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Avaya.Tokens.RevokeSession(Host.Ada.Username);
        Host.Clock.Advance(PastExpiry);

        var answer = await visitor.GetAsync("/protected?q=1");

        Assert.Equal("/session-ended?returnUrl=%2Fprotected%3Fq%3D1", answer.Headers.Location?.OriginalString);
        Assert.Empty(visitor.PortalCookies);
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task Without_a_request_for_eight_hours_the_session_is_over()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromHours(7.9));
        await SeenAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromHours(7.9));
        await SeenAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromHours(8.1));

        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task A_day_after_sign_in_the_session_is_over_however_busy_it_was()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await BusyForTwentyThreeHoursAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromHours(1.01));
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task A_cached_ticket_ends_with_its_session()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        await BusyForTwentyThreeHoursAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromMinutes(59.5));
        await SeenAsync(visitor);
        await SeenAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
    }

    private async Task BusyForTwentyThreeHoursAsync(Visitor visitor)
    {
        for (var hour = 0; hour < 23; hour++)
        {
            Host.Clock.Advance(TimeSpan.FromHours(1));
            await SeenAsync(visitor);
        }
    }
}
