using AvayaCloud.Spaces.Tests.EndToEnd;

namespace AvayaCloud.Spaces.Tests.Live;

/// <summary>Tokens end; a connection that was opened by one does not wait for what Avaya then does with it.</summary>
public sealed class TokenChangeTests
{
    private static CancellationToken Cancellation => LiveSandbox.Cancellation;

    [Fact]
    public async Task A_newer_token_opens_the_next_connection_and_no_event_is_lost_or_repeated()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        await using var max = await world.ConnectAsync("member");
        var tokens = new FakeTokens { Current = await SignInAsync(world), Next = null };
        var looking = clock.WaitingAsync(LiveSandbox.TokenCheck);
        await using var ada = world.Connect(tokens);
        var space = await LiveSandbox.SpaceAsync(max, "ada.admin@example.com");
        await ada.SubscribeAsync(space);
        await max.Client.Messages.SendChatAsync(space, new NewChat("one"), Cancellation).ValueAsync();
        await ada.NextAsync<LiveEvent.MessageReceived>();

        await looking.WaitAsync(Cancellation);
        tokens.Current = await SignInAsync(world);
        clock.Advance(LiveSandbox.TokenCheck);
        await ada.NextAsync<LiveEvent.Connected>();
        await ada.NextAsync<LiveEvent.Subscribed>();
        await max.Client.Messages.SendChatAsync(space, new NewChat("two"), Cancellation).ValueAsync();

        Assert.Equal("two", (await ada.NextAsync<LiveEvent.MessageReceived>()).Message.Content!.BodyText);
        Assert.DoesNotContain(ada.Rest(), it => it is LiveEvent.MessageReceived or LiveEvent.Disconnected or LiveEvent.Gap);
        Assert.Empty(tokens.Rejected);
        Assert.Equal(3, world.Sandbox.Log.Count("socket"));
        await Eventually.TrueAsync(() => world.Sandbox.Sockets.Open == 2, Cancellation);
    }

    [Fact]
    public async Task Messages_sent_while_the_connection_changes_wait_and_arrive_once()
    {
        var sends = new PendingSends();
        var (mark, first) = await sends.BeginAsync(Cancellation);

        var idle = sends.PauseAsync(Cancellation);
        var next = sends.BeginAsync(Cancellation);
        Assert.False(idle.IsCompleted || next.IsCompleted);
        sends.Complete(mark, new Message { Id = "1" });
        await idle.WaitAsync(Cancellation);
        Assert.False(next.IsCompleted);
        sends.FailAll();
        sends.Resume();

        Assert.IsType<SpacesOutcome<Message>.Ok>(await first);
        Assert.False((await next).Outcome.IsCompleted);
    }

    [Fact]
    public async Task Without_a_token_the_connection_ends()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        var tokens = new FakeTokens { Current = await SignInAsync(world) };
        var looking = clock.WaitingAsync(LiveSandbox.TokenCheck);
        await using var ada = world.Connect(tokens);
        await ada.NextAsync<LiveEvent.Connected>();

        await looking.WaitAsync(Cancellation);
        tokens.Current = null;
        clock.Advance(LiveSandbox.TokenCheck);

        Assert.Equal(SpacesErrorKind.SignInNeeded, (await ada.NextAsync<LiveEvent.Ended>()).Error.Kind);
        await Eventually.TrueAsync(() => world.Sandbox.Sockets.Open == 0, Cancellation);
    }

    [Fact]
    public async Task A_temporary_failure_of_the_token_source_ends_nothing()
    {
        var clock = new FakeClock();
        await using var world = await LiveSandbox.StartAsync(clock);
        var tokens = new FakeTokens { Current = await SignInAsync(world) };
        var looking = clock.WaitingAsync(LiveSandbox.TokenCheck);
        await using var ada = world.Connect(tokens);
        await ada.NextAsync<LiveEvent.Connected>();

        await looking.WaitAsync(Cancellation);
        tokens.Failure = new HttpRequestException("down");
        var again = clock.WaitingAsync(LiveSandbox.TokenCheck);
        clock.Advance(LiveSandbox.TokenCheck);
        await again.WaitAsync(Cancellation);

        Assert.Equal(LiveStatus.Connected, ada.Live.Status);
    }

    private static Task<string> SignInAsync(LiveSandbox world) => SandboxTokens.SignInAsync(world.Sandbox, world.Sandbox.Users[0]);
}
