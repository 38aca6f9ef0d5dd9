using System.Globalization;
using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>Avaya Cloud fails: no session ends, and it is not flooded with calls.</summary>
public sealed class OutageTests : HostTest
{
    [Fact]
    public async Task A_failing_provider_ends_no_session_and_is_not_flooded_with_calls()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Fault[] faults =
        [
            Fault.ServerError(500), Fault.ServerError(503), Fault.TooManyRequests(TimeSpan.FromSeconds(20)), Fault.Html(200),
            Fault.DropRequest(),
            Fault.Respond(401, """{"error":"invalid_client"}"""), Fault.Respond(400, "no JSON"), Fault.Respond(200, "{}"),
            Fault.Respond(200, """{"access_token":"a"""),
            Fault.Respond(200, $$"""{"access_token":"{{new string('a', 300 * 1024)}}"}"""),
            // Lone surrogates, which JSON can write and no string can hold.
            Fault.Respond(200, """{"access_token":"\ud800"}"""), Fault.Respond(400, """{"error":"\ud800"}"""),
            Fault.Respond(200, """{"\ud800":1,"\ud801":2}"""),
        ];
        foreach (var fault in faults)
        {
            Host.Avaya.Log.Clear();
            Host.Avaya.Faults.Add("token.refresh", fault);
            for (var i = 0; i < 10; i++)
                Assert.Equal(1, (await SeenAsync(visitor)).Generation);
            Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
            Host.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task Two_minutes_of_outage_around_the_expiry_cost_at_most_eight_attempts()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(TimeSpan.FromMinutes(59));
        Host.Avaya.Faults.Add("token.refresh", Fault.ServerError(503), SandboxFaults.Always);
        for (var second = 0; second < 120; second += 5)
        {
            Assert.Equal(1, (await SeenAsync(visitor)).Generation);
            Host.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.InRange(Host.Avaya.Log.Count("token.refresh"), 2, 8);
        Host.Avaya.Faults.Clear();
        Host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Fault.TooManyRequests(TimeSpan.FromSeconds(100)));
        await SeenAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromSeconds(95));
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        Host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        var until = Host.Clock.GetUtcNow().AddSeconds(90);
        using var backchannel = new ProviderBackchannel(
            new Says(
                () =>
                    new HttpResponseMessage(HttpStatusCode.TooManyRequests)
                    {
                        Headers = { { "Retry-After", until.ToString("r", CultureInfo.InvariantCulture) } },
                    }),
            Host.Clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:1");

        Assert.Equal(until, (await backchannel.SendAsync(request, TestContext.Current.CancellationToken)).RetryAt);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("lost")]
    public async Task A_response_that_is_lost_after_success_leaves_the_session_until_the_provider_refuses(string how)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastDue);
        Host.Avaya.Faults.Add("token.refresh", how == "cut" ? Fault.TruncateResponse() : Fault.DropResponse());
        for (var i = 0; i < 10; i++)
            Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));

        // The only remaining token is spent, which the portal cannot know: it is sent once more, once.
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/session-ended?returnUrl=%2Fprotected", (await visitor.GetAsync("/protected")).Headers.Location?.OriginalString);
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
        Assert.Equal(2, Host.Avaya.Log.Count("token.refresh"));
    }

    [Fact]
    public async Task A_provider_that_never_answers_delays_no_request_and_is_called_again_after_the_time_limit()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastDue);
        var held = Host.Avaya.Faults.HoldRequest("token.refresh");
        var waits = Host.Clock.WaitingAsync(TimeSpan.FromSeconds(5));
        var request = SeenAsync(visitor);
        await Task.WhenAll(held.Arrived, waits);
        Host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await request).Generation);

        Host.Clock.Advance(TimeSpan.FromSeconds(75));
        // It has timed out by now, and the provider is not called for a while.
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
        Host.Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
        Assert.Equal((2, 0), (Host.Avaya.Log.Count("token.refresh"), Host.Avaya.Log.RefreshTokenReuses));
    }

    private sealed class Says(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
