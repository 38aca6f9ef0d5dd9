using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AvayaCloud.Identity.Tests.Sessions;

public sealed class SessionListTests : HostTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IActiveSessionStore Register => Host.Services.GetRequiredService<IActiveSessionStore>();

    [Fact]
    public async Task A_user_sees_only_their_own_sessions_latest_activity_first()
    {
        using var laptop = await Host.VisitAsync(Host.Ada);
        using var other = await Host.VisitAsync(Host.Max);
        Host.Clock.Advance(TimeSpan.FromMinutes(10));
        using var phone = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromMinutes(10));
        var seen = await SeenAsync(laptop);

        var notes = (await Register.ListAsync(seen.Subject, Stop))!;

        Assert.Equal(2, notes.Count);
        Assert.True(notes[0].StartedAt < notes[1].StartedAt && notes[0].ActiveAt > notes[1].ActiveAt);
        Assert.All(notes, note => Assert.Equal(seen.Subject, note.UserId));
    }

    [Fact]
    public async Task A_session_ended_from_the_list_is_over_and_its_token_is_revoked_when_its_cookie_arrives()
    {
        using var laptop = await Host.VisitAsync(Host.Ada);
        var (own, subject) = (await OwnAsync(laptop), (await SeenAsync(laptop)).Subject);
        using var phone = await Host.VisitAsync(Host.Ada);
        // By now only the phone's cookie has its refresh token.
        Host.Clock.Advance(TimeSpan.FromMinutes(3));
        var other = (await Register.ListAsync(subject, Stop))!.Single(note => note.Id != own.Id).Id;

        Assert.True(await Host.Services.GetRequiredService<SessionSignOut>().EndOtherAsync(own, other, Stop));

        Assert.Equal(0, Host.Avaya.Log.Count("revoke"));
        Assert.Equal("ended", await TextAsync(await phone.GetAsync("/")));
        await Host.Avaya.Log.WaitForAsync("revoke", cancellationToken: Stop);
        var page = await phone.GetAsync("/protected");
        Assert.Equal("/session-ended?returnUrl=%2Fprotected&reason=elsewhere", page.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync("/protected")).StatusCode);
        Assert.Single((await Register.ListAsync(subject, Stop))!);
    }

    [Fact]
    public async Task A_user_cannot_end_the_session_of_another_user()
    {
        using var ada = await Host.VisitAsync(Host.Ada);
        using var max = await Host.VisitAsync(Host.Max);
        var others = (await Register.ListAsync((await SeenAsync(max)).Subject, Stop))!.Single().Id;

        Assert.False(await Host.Services.GetRequiredService<SessionSignOut>().EndOtherAsync(await OwnAsync(ada), others, Stop));

        Assert.Equal(HttpStatusCode.OK, (await max.GetAsync("/protected")).StatusCode);
    }

    [Fact]
    public async Task Requests_that_a_page_makes_by_itself_do_not_extend_the_session()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        for (var hour = 0; hour < 8; hour++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/poll")).StatusCode);
            Host.Clock.Advance(TimeSpan.FromMinutes(61));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/poll")).StatusCode);
    }

    private async Task<SessionSummary> OwnAsync(SpacesPortal.Testing.Visitor visitor)
    {
        var id = await TextAsync(await visitor.GetAsync("/sid"));
        Assert.True(SessionId.TryParse(id, out var own));
        var note = (await Register.ListAsync((await SeenAsync(visitor)).Subject, Stop))!.Single(it => it.Id == own);
        return new SessionSummary(
            own, new SignedInUser(note.UserId, null, "", null, null), note.StartedAt, note.ActiveAt, note.EndsAt, note.EndsAt, note.EndsAt,
            1, []);
    }
}
