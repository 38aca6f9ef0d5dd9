using AvayaCloud.Identity.Postgres.Tests.Infrastructure;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class RevocationTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_due_revocation_is_leased_once()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        for (var count = 0; count < 40; count++)
            await one.Revocations.UpsertAsync(Revocation(), Now.AddSeconds(-1), Cancellation);

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => TakeAsync(turn % 2 == 0 ? one : other, 3)));

        var ids = taken.SelectMany(lease => lease).Select(revocation => revocation.Id).ToList();
        Assert.Equal(40, ids.Count);
        Assert.Equal(40, ids.Distinct().Count());
        Assert.Empty(await TakeAsync(one, 10));
        Assert.Equal(40, one.Revocations.Count);
    }

    [Fact]
    public async Task A_revocation_that_is_not_due_waits()
    {
        var replica = await ReplicaAsync();
        await replica.Revocations.UpsertAsync(Revocation(), Now.AddMinutes(1), Cancellation);
        Assert.Empty(await TakeAsync(replica, 10));
    }

    [Fact]
    public async Task An_unused_lease_becomes_available_to_another_replica()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var revocation = Revocation();
        await one.Revocations.UpsertAsync(revocation, Now.AddSeconds(-2), Cancellation);
        Assert.Single(await one.Revocations.TakeDueAsync(10, Now.AddSeconds(-1), Cancellation));
        var again = Assert.Single(await TakeAsync(other, 10));
        Assert.Equal(revocation.Id, again.Id);
        Assert.Equal(revocation.ProtectedToken, again.ProtectedToken);
    }

    [Fact]
    public async Task A_failed_revocation_returns_with_its_attempts_and_a_completed_one_does_not()
    {
        var replica = await ReplicaAsync();
        var (failed, done) = (Revocation(), Revocation());
        await replica.Revocations.UpsertAsync(failed, Now.AddSeconds(-1), Cancellation);
        await replica.Revocations.UpsertAsync(done, Now.AddSeconds(-1), Cancellation);
        Assert.Equal(2, (await TakeAsync(replica, 10)).Count);

        await replica.Revocations.UpsertAsync(failed with { Attempt = 7 }, Now.AddSeconds(-1), Cancellation);
        await replica.Revocations.RemoveAsync(done.Id, Cancellation);

        Assert.Equal((failed.Id, 7), (await TakeAsync(replica, 10)) is [var only] ? (only.Id, only.Attempt) : default);
        Assert.Equal(1, replica.Revocations.Count);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task Due_times_and_leases_use_the_servers_clock_and_not_that_of_a_replica(int minutesAhead)
    {
        var wrong = new SkewedClock(TimeSpan.FromMinutes(minutesAhead));
        var (right, off) = (await ReplicaAsync(), await ReplicaAsync(clock: wrong));
        var (due, later) = (Revocation(), Revocation());
        await off.Revocations.UpsertAsync(due, wrong.GetUtcNow(), Cancellation);
        await off.Revocations.UpsertAsync(later, wrong.GetUtcNow().AddMinutes(5), Cancellation);

        Assert.Equal(due.Id, Assert.Single(await TakeAsync(right, 10)).Id);
        Assert.Empty(await off.Revocations.TakeDueAsync(10, wrong.GetUtcNow().AddMinutes(1), Cancellation));

        await off.Revocations.UpsertAsync(due with { Attempt = 1 }, wrong.GetUtcNow(), Cancellation);
        Assert.Equal(due.Id, Assert.Single(await off.Revocations.TakeDueAsync(10, wrong.GetUtcNow().AddMinutes(1), Cancellation)).Id);
        Assert.Empty(await TakeAsync(right, 10));
    }

    private static PendingRevocation Revocation() => new(Guid.NewGuid(), [1, 2, 3], 0);

    private static async Task<IReadOnlyList<PendingRevocation>> TakeAsync(SessionStoreHost replica, int most) =>
        await replica.Revocations.TakeDueAsync(most, Now.AddMinutes(5), Cancellation);
}
