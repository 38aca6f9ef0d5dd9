using AvayaCloud.Sandbox;

namespace AvayaCloud.Spaces.Tests.Live;

public sealed class LiveLifeTests
{
    private static CancellationToken Cancellation => LiveSandbox.Cancellation;

    [Fact]
    public async Task A_rejected_token_is_refreshed_and_the_connection_opens()
    {
        await using var world = await LiveSandbox.StartAsync();
        var token = await SandboxTokens.SignInAsync(world.Sandbox, world.Sandbox.Users[0]);
        var tokens = new FakeTokens { Next = token };
        await using var visitor = world.Connect(tokens);

        await visitor.NextAsync<LiveEvent.Connected>();

        Assert.Equal([FakeTokens.First], tokens.Rejected);
        Assert.All(world.Logs.Lines(), line => Assert.DoesNotContain(token, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(FakeTokens.First, null)]
    [InlineData(FakeTokens.First, FakeTokens.Renewed)]
    public async Task Without_an_accepted_token_the_connection_ends(string? first, string? next)
    {
        await using var world = await LiveSandbox.StartAsync();
        await using var visitor = world.Connect(new FakeTokens { Current = first, Next = next });

        Assert.Equal(SpacesErrorKind.SignInNeeded, (await visitor.NextAsync<LiveEvent.Ended>()).Error.Kind);
    }

    [Fact]
    public async Task Delays_double_while_there_is_no_server()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        world.Sandbox.Faults.Add("socket", Fault.ServerError(), SandboxFaults.Always);
        var waits = new[] { 1, 2, 4, 8 }.Select(it => clock.WaitingAsync(TimeSpan.FromSeconds(it))).ToList();
        await using var visitor = await world.ConnectAsync("admin");

        foreach (var (wait, seconds) in waits.Zip([1, 2, 4, 8]))
        {
            await wait.WaitAsync(Cancellation);
            Assert.Equal(TimeSpan.FromSeconds(seconds), (await visitor.NextAsync<LiveEvent.Disconnected>()).RetryIn);
            world.Sandbox.Faults.Clear();
            if (seconds < 8)
                world.Sandbox.Faults.Add("socket", Fault.ServerError(), SandboxFaults.Always);
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await visitor.NextAsync<LiveEvent.Connected>();
    }

    [Fact]
    public async Task A_broken_network_is_noticed_at_the_next_ping()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        var beating = clock.WaitingAsync(TimeSpan.FromSeconds(25));
        var patience = clock.WaitingAsync(TimeSpan.FromSeconds(5));
        await using var visitor = await world.ConnectAsync("admin");
        await visitor.NextAsync<LiveEvent.Connected>();
        await beating.WaitAsync(Cancellation);
        world.Sandbox.Sockets.Silence();

        clock.Advance(TimeSpan.FromSeconds(25));
        await patience.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("No answer to a ping.", (await visitor.NextAsync<LiveEvent.Disconnected>()).Reason);
    }

    [Fact]
    public async Task A_connection_that_is_disposed_leaves_no_socket_and_no_timer_and_its_listeners_come_to_an_end()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        Task[] waiting = [clock.WaitingAsync(TimeSpan.FromSeconds(25)), clock.WaitingAsync(LiveSandbox.TokenCheck)];
        var visitor = await world.ConnectAsync("admin");
        await visitor.NextAsync<LiveEvent.Connected>();
        await Task.WhenAll(waiting).WaitAsync(Cancellation);
        Assert.Equal(1, world.Sandbox.Sockets.Open);

        await visitor.DisposeAsync();
        await visitor.Live.DisposeAsync();

        Assert.Equal(0, clock.Timers);
        await Eventually.TrueAsync(() => world.Sandbox.Sockets.Open == 0, Cancellation);
        await foreach (var it in visitor.Live.ListenAsync(Cancellation))
            Assert.Fail(it.ToString());
    }

    [Fact]
    public async Task Nor_does_a_waiting_or_a_starting_one()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        world.Sandbox.Faults.Add("socket", Fault.ServerError(), SandboxFaults.Always);
        var waiting = clock.WaitingAsync(TimeSpan.FromSeconds(1));
        var visitor = await world.ConnectAsync("admin");
        await waiting.WaitAsync(Cancellation);

        await visitor.DisposeAsync();

        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public async Task A_late_listener_still_gets_the_end()
    {
        var broadcast = new LiveBroadcast(capacity: 3);
        var ended = new LiveEvent.Ended(new SpacesError(SpacesErrorKind.SignInNeeded));
        broadcast.Publish(ended);
        broadcast.Complete();

        Assert.Equal([ended], await broadcast.ListenAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_slow_listener_loses_the_oldest_events_and_learns_how_many()
    {
        var broadcast = new LiveBroadcast(capacity: 3);
        var events = broadcast.ListenAsync(Cancellation);
        for (var number = 0; number < 10; number++)
            broadcast.Publish(new LiveEvent.Unsubscribed($"{number}"));
        broadcast.Complete();

        List<LiveEvent> heard = [];
        await foreach (var it in events)
            heard.Add(it);

        Assert.Equal(
            [new LiveEvent.Lost(7), new LiveEvent.Unsubscribed("7"), new LiveEvent.Unsubscribed("8"), new LiveEvent.Unsubscribed("9")],
            heard);
    }
}
