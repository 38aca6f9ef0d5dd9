using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>Avaya Cloud in trouble: nobody is signed out, and it is not made worse.</summary>
public sealed class OutageTests : HostTest
{
    [Fact]
    public async Task A_provider_in_trouble_signs_nobody_out_and_is_not_hammered()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Fault[] troubles =
        [
            Fault.ServerError(500), Fault.ServerError(503), Fault.Limited(TimeSpan.FromSeconds(20)), Fault.Html(200), Fault.Drop(),
            Fault.Answer(401, """{"error":"invalid_client"}"""), Fault.Answer(400, "no JSON"), Fault.Answer(200, "{}"),
            // Lone surrogates, which JSON can write and no string can hold.
            Fault.Answer(200, """{"access_token":"\ud800"}"""), Fault.Answer(400, """{"error":"\ud800"}"""), Fault.Answer(200, """{"\ud800":1,"\ud801":2}"""),
        ];
        foreach (var trouble in troubles)
        {
            Host.Avaya.Log.Clear();
            Host.Avaya.Faults.Next("token.refresh", trouble);
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
        Host.Avaya.Faults.Next("token.refresh", Fault.ServerError(503), SandboxFaults.Always);
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
        Host.Avaya.Faults.Next("token.refresh", Fault.Limited(TimeSpan.FromSeconds(100)));
        await SeenAsync(visitor);
        Host.Clock.Advance(TimeSpan.FromSeconds(95));
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        Host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }
}
