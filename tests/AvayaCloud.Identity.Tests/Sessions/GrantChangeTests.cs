using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>A refresh whose response has another user's tokens or another scope (RFC 6749 section 6).</summary>
public sealed class GrantChangeTests : HostTest
{
    // {"sub":"somebody-else"}: only the provider can verify it, so no signature is needed.
    private const string AnotherUser = "e30.eyJzdWIiOiJzb21lYm9keS1lbHNlIn0.e30";

    [Theory]
    [InlineData("\"scope\":\"https://accounts.avayacloud.com/auth/userinfo.email\"")]
    [InlineData("\"id_token\":\"" + AnotherUser + "\"")]
    public async Task Such_a_response_ends_the_session_and_its_tokens_are_revoked(string difference)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add(
            "token.refresh", Fault.Respond(200, $$"""{"access_token":"a","refresh_token":"r","expires_in":3599,{{difference}}}"""));

        var answer = await visitor.GetAsync("/protected");

        Assert.Equal("/session-ended", answer.Headers.Location?.OriginalString.Split('?')[0]);
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
        await Host.Avaya.Log.WaitForAsync("revoke", cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_a_response_omits_stays_unchanged()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Fault.Respond(200, """{"access_token":"a","refresh_token":"r","expires_in":3599}"""));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
    }
}
