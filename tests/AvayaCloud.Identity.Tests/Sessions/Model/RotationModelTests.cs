using FsCheck;
using FsCheck.Fluent;

namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>
/// Random days of one session, with everything that can go wrong; a failure prints the shortest such day and its seed. This found that the
/// ledger forgot a pair that no browser had yet.
/// </summary>
public sealed class RotationModelTests
{
    [Theory]
    [InlineData(1, 300)]
    [InlineData(2, 300)]
    [InlineData(3, 200)]
    public void However_requests_losses_restarts_clocks_and_time_interleave_no_spent_token_is_sent_and_no_end_undone(int replicas, int days)
    {
        var steps = Arb.From(Gen.Choose(0, Step.CountFor(replicas) - 1).ArrayOf(), Shorter);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(days).WithEndSize(60),
            Prop.ForAll(steps, numbers => LiveAsync(replicas, [.. numbers.Select(Step.Of)]).GetAwaiter().GetResult()));
    }

    // A pause that a clock set back makes endless; a pair forgotten with its expiry; one that the sweep forgets because a clock was set; a
    // replica that is new to the session and trusts an old cookie; a pair trimmed away by a clock that was set.
    [Theory]
    [InlineData(1, "ClockIsSetForward@0, RefreshAnswerLost@0, RequestAborted@0")]
    [InlineData(1, "TokenIsNearlyOver@0, ApiRefusesToken@0, ProviderGoesDown@0, AnHourPasses@0, Request@0, Request@0, AMinutePasses@0, AMinutePasses@0, LateRequest@0")]
    [InlineData(1, "AnHourPasses@0, Request@0, SlowRequest@0, ClockIsSetForward@0, AMinutePasses@0, AMinutePasses@0, AMinutePasses@0, LateRequest@0")]
    [InlineData(2, "TokenIsNearlyOver@0, Request@1, RequestAborted@0, ClockIsSetForward@0, AMinutePasses@1, ReplicaRestarts@1, LateRequest@1")]
    [InlineData(3, "AMinutePasses@0, ApiRefusesToken@1, ParallelRequests@1, LateRequest@0, TokenIsNearlyOver@0, AnHourPasses@2")]
    public Task Random_days_that_once_failed_pass(int replicas, string day) =>
        LiveAsync(replicas, [.. day.Split(", ").Select(Step.Parse)]);

    private static IEnumerable<int[]> Shorter(int[] day) =>
        Enumerable.Range(0, day.Length).Select(step => (int[])[.. day[..step], .. day[(step + 1)..]]);

    private static async Task LiveAsync(int replicas, Step[] day)
    {
        await using var life = new SessionLife(replicas);
        foreach (var step in day)
        {
            await life.ApplyAsync(step);
            Assert.True(life.Violation is null, $"{life.Violation}: {string.Join(", ", day)}");
        }

        await life.RecoverAsync();
        Assert.True(life.Violation is null, $"{life.Violation}: {string.Join(", ", day)}");
    }
}
