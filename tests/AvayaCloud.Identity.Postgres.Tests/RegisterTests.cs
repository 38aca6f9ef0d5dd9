using AvayaCloud.Identity.Postgres.Tests.Infrastructure;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class RegisterTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    // The database keeps microseconds.
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    [Fact]
    public async Task A_user_sees_their_sessions_on_every_replica_latest_activity_first()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var older = Note("Safari on macOS") with { ActiveAt = Now.AddMinutes(-9) };
        var newer = Note("Firefox on Linux");
        one.Register.Upsert(older);
        other.Register.Upsert(newer);
        other.Register.Upsert(Note("Edge on Windows", userId: "user-2"));
        Assert.NotNull(await ListAsync(other));
        Assert.Equal([newer, older], await ListAsync(one));
    }

    [Fact]
    public async Task Many_updates_of_one_session_are_one_row_with_the_last_of_them()
    {
        var replica = await ReplicaAsync();
        var note = Note("Firefox on Linux");
        for (var minute = 0; minute <= 200; minute++)
            replica.Register.Upsert(note with { ActiveAt = Now.AddMinutes(minute) });
        Assert.Equal(Now.AddMinutes(200), Assert.Single(await ListAsync(replica)).ActiveAt);
    }

    [Fact]
    public async Task What_another_replica_saw_later_stays()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var note = Note("Firefox on Linux");
        one.Register.Upsert(note with { ActiveAt = Now.AddMinutes(2) });
        await ListAsync(one);
        other.Register.Upsert(note);
        Assert.Equal(Now.AddMinutes(2), Assert.Single(await ListAsync(other)).ActiveAt);
    }

    [Fact]
    public async Task Sessions_that_ended_expired_or_were_forgotten_are_not_listed()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var (ended, expired, forgotten) = (Note("ended"), Note("expired") with { EndsAt = Now.AddSeconds(-1) }, Note("forgotten"));
        one.Register.Upsert(ended);
        one.Register.Upsert(expired);
        one.Register.Upsert(forgotten);
        Assert.Equal(2, (await ListAsync(one)).Count);

        await other.EndAsync(ended.Id);
        one.Register.Remove(forgotten.Id);
        // A request that was under way.
        one.Register.Upsert(ended with { ActiveAt = Now.AddMinutes(1) });
        Assert.Empty(await ListAsync(one));
        Assert.Equal(1, await QueryAsync<long>("select count(*) from spaces_portal.notes"));

        await one.Get<Sweeper>().SweepAsync(Cancellation);
        Assert.Equal(0, await QueryAsync<long>("select count(*) from spaces_portal.notes"));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_replica_whose_time_is_wrong_lists_the_sessions_that_go_on(int hoursAhead)
    {
        var (right, off) = (await ReplicaAsync(), await ReplicaAsync(clock: new SkewedClock(TimeSpan.FromHours(hoursAhead))));
        var (alive, ended) = (Note("alive"), Note("ended"));
        right.Register.Upsert(alive);
        right.Register.Upsert(ended);
        right.Register.Upsert(Note("expired") with { EndsAt = Now.AddSeconds(-1) });
        await ListAsync(right);
        await right.EndAsync(ended.Id);
        off.Register.Upsert(ended with { ActiveAt = Now.AddMinutes(1) });

        Assert.Equal(alive, Assert.Single(await ListAsync(off)));
    }

    private static ActiveSession Note(string browser, string userId = "user-1") =>
        new(SessionId.Create(), userId, browser, Now.AddHours(-1), Now, Now.AddHours(8));

    private static async Task<IReadOnlyList<ActiveSession>> ListAsync(SessionStoreHost replica) =>
        await replica.Register.ListAsync("user-1", Cancellation) ?? throw new InvalidOperationException("The database is away.");
}
