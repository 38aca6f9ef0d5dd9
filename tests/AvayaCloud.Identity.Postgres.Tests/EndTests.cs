using AvayaCloud.Identity.Postgres.Tests.Infrastructure;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class EndTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    private static readonly SessionId Session = SessionId.Create();

    [Fact]
    public async Task An_end_reaches_the_other_replica_and_is_not_sent_back()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await one.EndAsync(Session);
        Assert.NotNull(one.Store.GetEndReason(Session));
        Assert.Equal(new SessionSignal(Session, SessionEndReason.ByUser, 0), await other.HearsAsync(Session, isEnd: true));
        Assert.NotNull(other.Store.GetEndReason(Session));

        // Signals keep their order, so all earlier ones have arrived with this one.
        var later = SessionId.Create();
        await other.EndAsync(later);
        await one.HearsAsync(later, isEnd: true);
        Assert.Equal(later, Assert.Single(one.Heard).Id);
    }

    public static TheoryData<SessionEndReason> Reasons => new(Enum.GetValues<SessionEndReason>());

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task An_end_reaches_replicas_that_listen_that_ask_and_that_start(SessionEndReason reason)
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await one.EndAsync(Session, reason);
        Assert.Equal(new SessionSignal(Session, reason, 0), await other.HearsAsync(Session, isEnd: true));
        // A second end of what is over already changes nothing.
        await other.EndAsync(Session, Reasons.Select(row => row.Data).Last(another => another != reason));
        await using var hold = await one.AcquireLockAsync(Session);
        var late = await ReplicaAsync();
        Assert.All(
            [
                one.Store.GetEndReason(Session), other.Store.GetEndReason(Session), hold.State.End,
                late.Store.GetEndReason(Session), Assert.Single(late.Heard).End,
            ],
            why => Assert.Equal(reason, why));
        Assert.Single(other.Heard);
        Assert.Empty(one.Heard);
    }

    [Theory]
    [InlineData(SessionEndReason.ByProvider, "refused")]
    [InlineData(SessionEndReason.Replaced, "replaced")]
    [InlineData(SessionEndReason.Elsewhere, "elsewhere")]
    public void An_end_with_a_reason_that_the_previous_release_does_not_know_is_still_an_end_there(SessionEndReason reason, string word)
    {
        var end = Signal.OfEnd("one", Session, reason, DateTimeOffset.UnixEpoch);
        Assert.Equal([$"one:{word}:{Session.Value}:1", $"one:end:{Session.Value}:1"], end.Payloads);
        Assert.Equal([$"one:end:{Session.Value}:1"], (end with { End = SessionEndReason.ByUser }).Payloads);
    }

    [Fact]
    public async Task An_end_waits_for_no_refresh_and_a_refresh_does_not_undo_it()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using var hold = await one.AcquireLockAsync(Session);
        await other.EndAsync(Session);
        Assert.False(await hold.WriteAsync(Tokens(2), Cancellation));
        Assert.NotNull(one.Store.GetEndReason(Session));
        Assert.Null(await other.Store.ReadAsync(Session, Cancellation));
        Assert.DoesNotContain(other.Heard, signal => signal.End is null);
    }

    [Fact]
    public async Task A_lock_of_an_ended_session_reports_the_end()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using (var before = await one.AcquireLockAsync(Session))
            Assert.True(await before.WriteAsync(Tokens(2), Cancellation));
        await other.EndAsync(Session);
        await using var after = await one.AcquireLockAsync(Session);
        Assert.NotNull(after.State.End);
        Assert.NotNull(one.Store.GetEndReason(Session));
    }

    [Fact]
    public async Task The_caller_that_ended_a_session_can_read_its_newest_tokens_to_revoke_them()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using (var hold = await one.AcquireLockAsync(Session))
            await hold.WriteAsync(Tokens(2), Cancellation);
        await other.EndAsync(Session);
        Assert.Equal(2, (await other.Store.ReadAsync(Session, Cancellation))!.Generation);
        await other.Get<Sweeper>().SweepAsync(Cancellation);
        Assert.Null(await other.Store.ReadAsync(Session, Cancellation));
    }

    [Fact]
    public async Task A_starting_replica_knows_which_sessions_have_ended()
    {
        var one = await ReplicaAsync();
        await one.EndAsync(Session);
        await one.Store.EndAsync(SessionId.Create(), SessionEndReason.ByUser, DateTimeOffset.UtcNow.AddSeconds(-1), Cancellation);
        var late = await ReplicaAsync();
        Assert.NotNull(late.Store.GetEndReason(Session));
        Assert.Equal(Session, Assert.Single(late.Heard).Id);
    }

    [Fact]
    public async Task A_replica_whose_notifications_were_interrupted_learns_what_it_missed()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        const string CutOff = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'SpacesPortal signals'";
        Assert.Equal(2, await QueryAsync<long>(CutOff));
        await one.EndAsync(Session);
        await other.HearsAsync(Session, isEnd: true);
        await Eventually.TrueAsync(() => one.IsListening && other.IsListening, Cancellation);
        Assert.Single(other.Heard);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task A_replica_whose_clock_is_wrong_by_days_takes_nothing_from_the_others(int days)
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync(clock: new SkewedClock(TimeSpan.FromDays(days))));
        var lives = SessionId.Create();
        await using (var hold = await one.AcquireLockAsync(lives))
            await hold.WriteAsync(Tokens(2), Cancellation);
        await one.EndAsync(Session);
        await other.Get<Sweeper>().SweepAsync(Cancellation);

        await using var again = await other.AcquireLockAsync(lives);
        Assert.Equal(2, again.State.Tokens!.Generation);
        await using var ended = await other.AcquireLockAsync(Session);
        Assert.Equal(SessionEndReason.ByUser, ended.State.End);
        Assert.Equal(1, await QueryAsync<long>("select count(*) from spaces_portal.ends"));

        // And what it writes lasts as long as it meant.
        var both = SessionId.Create();
        await other.Store.EndAsync(both, SessionEndReason.ByUser, DateTimeOffset.UtcNow.AddDays(days).AddHours(1), Cancellation);
        Assert.True(
            await QueryAsync<bool>(
                $"select until between now() + interval '59 minutes' and now() + interval '61 minutes' from spaces_portal.ends where session = '{both.Value}'"));
    }

    [Fact]
    public async Task An_end_is_forgotten_when_its_time_has_come()
    {
        var replica = await ReplicaAsync();
        await replica.Store.EndAsync(Session, SessionEndReason.ByUser, DateTimeOffset.UtcNow.AddMilliseconds(300), Cancellation);
        await Eventually.TrueAsync(() => replica.Store.GetEndReason(Session) is null, Cancellation);
        await using var hold = await replica.AcquireLockAsync(Session);
        Assert.Null(hold.State.End);
    }
}
