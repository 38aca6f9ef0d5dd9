using AvayaCloud.Identity.Postgres.Tests.Infrastructure;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class EndTests(SharedServer shared) : DatabaseTest(shared)
{
    private static readonly SessionId Session = SessionId.Create();

    [Fact]
    public async Task An_end_reaches_the_other_replica_and_is_not_told_to_its_own()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await one.EndAsync(Session);
        Assert.True(one.Store.IsEnded(Session));
        Assert.Equal(new SessionSignal(Session, true, 0), await other.HearsAsync(Session, isEnd: true));
        Assert.True(other.Store.IsEnded(Session));

        // What the other one says travels the same way, so all that went before has been heard.
        var later = SessionId.Create();
        await other.EndAsync(later);
        await one.HearsAsync(later, isEnd: true);
        Assert.Equal(later, Assert.Single(one.Heard).Id);
    }

    [Fact]
    public async Task An_end_waits_for_no_refresh_and_a_refresh_does_not_undo_it()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using var hold = await one.HoldAsync(Session);
        await other.EndAsync(Session);
        Assert.False(await hold.KeepAsync(Tokens(2), Cancellation));
        Assert.True(one.Store.IsEnded(Session));
        Assert.Null(await other.Store.ReadAsync(Session, Cancellation));
        Assert.DoesNotContain(other.Heard, signal => !signal.IsEnd);
    }

    [Fact]
    public async Task A_hold_after_an_end_says_so()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using (var before = await one.HoldAsync(Session))
            Assert.True(await before.KeepAsync(Tokens(2), Cancellation));
        await other.EndAsync(Session);
        await using var after = await one.HoldAsync(Session);
        Assert.True(after.Standing.IsEnded);
        Assert.True(one.Store.IsEnded(Session));
    }

    [Fact]
    public async Task Who_ended_a_session_may_read_its_newest_tokens_to_revoke_them()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using (var hold = await one.HoldAsync(Session))
            await hold.KeepAsync(Tokens(2), Cancellation);
        await other.EndAsync(Session);
        Assert.Equal(2, (await other.Store.ReadAsync(Session, Cancellation))!.Generation);
        await other.Get<Sweeper>().SweepAsync(Cancellation);
        Assert.Null(await other.Store.ReadAsync(Session, Cancellation));
    }

    [Fact]
    public async Task A_replica_that_starts_knows_who_has_ended()
    {
        var one = await ReplicaAsync();
        await one.EndAsync(Session);
        await one.Store.EndAsync(SessionId.Create(), DateTimeOffset.UtcNow.AddSeconds(-1), Cancellation);
        var late = await ReplicaAsync();
        Assert.True(late.Store.IsEnded(Session));
        Assert.Equal(Session, Assert.Single(late.Heard).Id);
    }

    [Fact]
    public async Task A_replica_whose_ear_was_cut_off_learns_what_was_said_meanwhile()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        const string CutOff = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'SpacesPortal signals'";
        Assert.Equal(2, await AskAsync<long>(CutOff));
        await one.EndAsync(Session);
        await other.HearsAsync(Session, isEnd: true);
        await Eventually.TrueAsync(() => one.IsListening && other.IsListening, Cancellation);
        Assert.Single(other.Heard);
    }

    [Fact]
    public async Task An_end_is_forgotten_when_its_time_has_come()
    {
        var replica = await ReplicaAsync();
        await replica.Store.EndAsync(Session, DateTimeOffset.UtcNow.AddMilliseconds(300), Cancellation);
        await Eventually.TrueAsync(() => !replica.Store.IsEnded(Session), Cancellation);
        await using var hold = await replica.HoldAsync(Session);
        Assert.False(hold.Standing.IsEnded);
    }
}
