using System.Text;
using AvayaCloud.Identity.Postgres.Tests.Infrastructure;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class LockTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    private static readonly SessionId Session = SessionId.Create();

    [Fact]
    public async Task An_unknown_session_is_locked_without_tokens()
    {
        var replica = await ReplicaAsync();
        await using var hold = await replica.AcquireLockAsync(Session);
        Assert.Equal(new SharedSessionState(null, null), hold.State);
        Assert.Null(await replica.Store.ReadAsync(Session, Cancellation));
    }

    [Fact]
    public async Task A_waiting_caller_gets_the_lock_with_the_successor()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var hold = await one.AcquireLockAsync(Session);
        var waiting = other.AcquireLockAsync(Session);
        await LockIsAwaitedAsync();
        Assert.False(waiting.IsCompleted);

        await hold.WriteAsync(Tokens(2, "successor"), Cancellation);
        await hold.DisposeAsync();

        await using var next = await waiting;
        Assert.Equal(2, next.State.Tokens!.Generation);
        Assert.Equal("successor"u8, next.State.Tokens.ProtectedTokens);
        Assert.Equal(new SessionSignal(Session, null, 2), await other.HearsAsync(Session, isEnd: false));

        // Signals keep their order, so all earlier ones have arrived with this one.
        await next.WriteAsync(Tokens(3), Cancellation);
        await one.HearsAsync(Session, isEnd: false);
        Assert.Equal(new SessionSignal(Session, null, 3), Assert.Single(one.Heard));
    }

    [Fact]
    public async Task A_waiting_caller_gets_the_lock_after_a_failed_refresh()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var hold = await one.AcquireLockAsync(Session);
        var waiting = other.AcquireLockAsync(Session);
        await LockIsAwaitedAsync();
        await hold.DisposeAsync();
        await using var next = await waiting;
        Assert.Null(next.State.Tokens);
    }

    [Fact]
    public async Task Two_sessions_do_not_wait_for_each_other()
    {
        var replica = await ReplicaAsync();
        await using var hold = await replica.AcquireLockAsync(Session);
        await using var another = await replica.AcquireLockAsync(SessionId.Create());
        Assert.NotSame(hold, another);
    }

    [Fact]
    public async Task A_holder_whose_connection_breaks_loses_the_lock_and_its_successor_is_still_written()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var hold = await one.AcquireLockAsync(Session);
        var waiting = other.AcquireLockAsync(Session);
        await LockIsAwaitedAsync();

        await QueryAsync<long>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");

        await (await waiting).DisposeAsync();
        await hold.WriteAsync(Tokens(2), Cancellation);
        await hold.DisposeAsync();
        await other.HearsAsync(Session, isEnd: false);
        Assert.Equal(2, (await other.Store.ReadAsync(Session, Cancellation))!.Generation);
    }

    [Fact]
    public async Task A_waiting_caller_can_cancel_and_leaves_nothing_behind()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        await using (await one.AcquireLockAsync(Session))
        {
            using var patience = new CancellationTokenSource();
            var waiting = other.Store.AcquireLockAsync(Session, patience.Token);
            await LockIsAwaitedAsync();
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await using var next = await other.AcquireLockAsync(Session);
        Assert.Null(next.State.End);
    }

    [Fact]
    public async Task More_may_wait_than_there_are_connections()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var hold = await one.AcquireLockAsync(Session);
        var crowd = Enumerable.Range(0, 60).Select(_ => PassAsync(other)).ToList();
        await LockIsAwaitedAsync();
        await hold.DisposeAsync();
        await Task.WhenAll(crowd);
    }

    [Fact]
    public async Task A_lower_or_equal_generation_never_overwrites()
    {
        var replica = await ReplicaAsync();
        await WriteAsync(replica, Tokens(5, "five"));
        await WriteAsync(replica, Tokens(4, "four"));
        await WriteAsync(replica, Tokens(5, "another five"));
        Assert.Equal("five", await SealAsync(replica));
        await WriteAsync(replica, Tokens(6, "six"));
        Assert.Equal("six", await SealAsync(replica));
    }

    [Fact]
    public async Task A_generation_that_the_browser_has_is_trimmed_and_a_newer_one_is_not()
    {
        var replica = await ReplicaAsync();
        await WriteAsync(replica, Tokens(5, "whole"));
        await replica.Store.TrimAsync(Session, Tokens(4, "older"), Cancellation);
        await replica.Store.TrimAsync(Session, Tokens(5, "trimmed"), Cancellation);
        await Eventually.TrueAsync(async () => await SealAsync(replica) != "whole", Cancellation);
        Assert.Equal("trimmed", await SealAsync(replica));
    }

    private static async Task PassAsync(SessionStoreHost replica) => await (await replica.AcquireLockAsync(Session)).DisposeAsync();

    private static async Task WriteAsync(SessionStoreHost replica, SharedTokens tokens)
    {
        await using var hold = await replica.AcquireLockAsync(Session);
        await hold.WriteAsync(tokens, Cancellation);
    }

    private static async Task<string> SealAsync(SessionStoreHost replica) =>
        Encoding.UTF8.GetString((await replica.Store.ReadAsync(Session, Cancellation))!.ProtectedTokens);
}
