using AvayaCloud.Spaces.Tests.ServiceApps;

namespace AvayaCloud.Spaces.Tests.Live;

public sealed class LiveTests : IAsyncLifetime
{
    private LiveSandbox _world = null!;
    private LiveUser _ada = null!;
    private LiveUser _max = null!;
    private string _space = "";

    private static CancellationToken Cancellation => LiveSandbox.Cancellation;

    public async ValueTask InitializeAsync()
    {
        _world = await LiveSandbox.StartAsync();
        _ada = await _world.ConnectAsync("admin");
        _max = await _world.ConnectAsync("member");
        _space = await LiveSandbox.SpaceAsync(_ada, "max.member@example.com");
    }

    public async ValueTask DisposeAsync()
    {
        await _ada.DisposeAsync();
        await _max.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Each_message_reaches_both_users_once()
    {
        await BothAsync();

        var sent = await _max.Live.SendAsync(_space, new NewChat("<p>hi 👋</p>"), Cancellation);

        var id = Assert.IsType<SpacesOutcome<Message>.Ok>(sent).Value.Id;
        var (heard, own) = (await _ada.NextAsync<LiveEvent.MessageReceived>(), await _max.NextAsync<LiveEvent.MessageReceived>());
        Assert.Equal(
            (id, "<p>hi 👋</p>", "Max Member", false),
            (heard.Message.Id, heard.Message.Content!.BodyText, heard.Message.Sender!.DisplayName, heard.WasMissed));
        Assert.Equal(id, own.Message.Id);
        Assert.DoesNotContain(_ada.Rest().Concat(_max.Rest()), it => it is LiveEvent.MessageReceived);
    }

    [Fact]
    public async Task Changes_over_REST_are_received()
    {
        await _ada.SubscribeAsync(_space);

        var post = Assert.IsType<SpacesOutcome<Message>.Ok>(
            await _max.Client.Posts.CreateAsync(_space, new NewPost("Plan"), cancellationToken: Cancellation)).Value;
        Assert.Equal((post.Id, MessageCategory.Idea), ((await _ada.NextAsync<LiveEvent.MessageReceived>()).Message.Id, post.Category));
        await _max.Client.Messages.EditAsync(post.Id, new MessageEdit { BodyText = "Plan B" }, Cancellation);
        Assert.Equal("Plan B", (await _ada.NextAsync<LiveEvent.MessageEdited>()).Message.Content!.BodyText);
        await _max.Client.Messages.DeleteAsync([post.Id], Cancellation);
        Assert.Equal(new LiveEvent.MessageDeleted(_space, post.Id), await _ada.NextAsync<LiveEvent.MessageDeleted>());
    }

    [Fact]
    public async Task Posts_and_tasks_can_be_sent_as_well()
    {
        await BothAsync();

        Assert.IsType<SpacesOutcome<Message>.Ok>(
            await _ada.Live.SendAsync(_space, new NewPost("Plan") { Html = "<p>B</p>" }, Cancellation));
        Assert.IsType<SpacesOutcome<Message>.Ok>(await _ada.Live.SendAsync(_space, new NewTask("Do it"), Cancellation));

        Assert.Equal(MessageCategory.Idea, (await _max.NextAsync<LiveEvent.MessageReceived>()).Message.Category);
        Assert.Equal(TaskState.Pending, (await _max.NextAsync<LiveEvent.MessageReceived>()).Message.Task!.State);
    }

    [Fact]
    public async Task No_message_can_be_sent_to_a_space_without_a_subscription()
    {
        await _ada.NextAsync<LiveEvent.Connected>();

        Assert.Equal(SpacesErrorKind.Forbidden, (await _ada.Live.SendAsync(_space, new NewChat("x"), Cancellation)).Error?.Kind);
    }

    [Fact]
    public async Task A_space_of_other_users_cannot_be_subscribed_to()
    {
        await using var stranger = await _world.ConnectAsync("unnamed");

        Assert.Equal(SpacesErrorKind.Forbidden, (await stranger.Live.SubscribeAsync(_space, cancellationToken: Cancellation)).Error?.Kind);
        Assert.Equal(_space, (await stranger.NextAsync<LiveEvent.SubscriptionRefused>()).SpaceId);
    }

    [Fact]
    public async Task Participants_answer_a_newcomer_and_their_typing_and_leaving_is_reported()
    {
        await BothAsync();
        await _ada.Live.AnnounceAsync(_space, cancellationToken: Cancellation);
        await _max.NextAsync<LiveEvent.Present>();

        await _max.Live.AnnounceAsync(_space, new LivePresence { IsIdle = true }, Cancellation);
        Assert.True((await _ada.NextAsync<LiveEvent.Present>()).Participant.Presence!.IsIdle);
        Assert.Equal("Ada Admin", (await _max.NextAsync<LiveEvent.Present>()).Participant.DisplayName);
        Assert.Equal("Max Member", Assert.Single(_ada.Live.GetPresent(_space)).DisplayName);

        await _max.Live.SendTypingAsync(_space, Cancellation);
        Assert.Equal("Max Member", (await _ada.NextAsync<LiveEvent.Typing>()).Participant.DisplayName);

        await _max.Live.UnsubscribeAsync(_space, Cancellation);
        await _ada.NextAsync<LiveEvent.Left>();
        Assert.Empty(_ada.Live.GetPresent(_space));
    }

    [Fact]
    public async Task After_a_break_subscriptions_come_back_and_what_was_missed_comes_once_and_in_order()
    {
        await BothAsync();
        await _max.Live.SendAsync(_space, new NewChat("before"), Cancellation);
        await _ada.NextAsync<LiveEvent.MessageReceived>();
        var held = _world.Sandbox.Faults;
        held.Add("socket", Sandbox.Fault.ServerError(), times: 4);
        _world.Sandbox.Sockets.Drop();
        await _ada.NextAsync<LiveEvent.Disconnected>();
        foreach (var text in (string[])["one", "two", "three"])
            await _max.Client.Messages.SendChatAsync(_space, new NewChat(text), Cancellation);
        held.Clear();

        await _ada.NextAsync<LiveEvent.Subscribed>();
        List<LiveEvent.MessageReceived> missed =
        [
            await _ada.NextAsync<LiveEvent.MessageReceived>(),
            await _ada.NextAsync<LiveEvent.MessageReceived>(),
            await _ada.NextAsync<LiveEvent.MessageReceived>()
        ];
        await _max.NextAsync<LiveEvent.Disconnected>();
        await _max.NextAsync<LiveEvent.Subscribed>();
        Assert.IsType<SpacesOutcome<Message>.Ok>(await _max.Live.SendAsync(_space, new NewChat("after"), Cancellation));

        Assert.Equal(["one", "two", "three"], missed.Select(it => it.Message.Content!.BodyText));
        Assert.Equal("after", (await _ada.NextAsync<LiveEvent.MessageReceived>()).Message.Content!.BodyText);
    }

    [Fact]
    public async Task A_service_app_listens_and_sends_as_users_do()
    {
        var bot = _world.Sandbox.ServiceApps[Sandbox.SandboxServiceApps.Bot];
        using var file = new KeyFile(bot.KeyFile);
        await using var host = new ServiceAppHost(
            new Uri(_world.Sandbox.Address, "/api"), TimeProvider.System, (ServiceAppOptions.DefaultName, file.Path));
        await _ada.Client.Invites.InviteAsync(_space, new Invitation { Invitees = [Invitee.ByEmail(bot.Email)] }, Cancellation);
        await using var live = _world.Connect(host.Tokens());
        await live.SubscribeAsync(_space);
        await _ada.SubscribeAsync(_space);

        Assert.IsType<SpacesOutcome<Message>.Ok>(await live.Live.SendAsync(_space, new NewChat("beep"), Cancellation));
        Assert.Equal("bot (service app)", (await _ada.NextAsync<LiveEvent.MessageReceived>()).Message.Sender!.DisplayName);

        // Service apps fetch missed messages by another call.
        _world.Sandbox.Sockets.Drop();
        await _ada.Client.Messages.SendChatAsync(_space, new NewChat("psst"), Cancellation);
        await live.NextAsync<LiveEvent.MessageReceived>();
        Assert.Equal("psst", (await live.NextAsync<LiveEvent.MessageReceived>()).Message.Content!.BodyText);
    }

    [Fact]
    public async Task A_service_app_without_the_scope_gets_an_error_and_the_connection_ends()
    {
        using var file = new KeyFile(_world.Sandbox.ServiceApps.Add("deaf", "spaces.list").KeyFile);
        await using var host = new ServiceAppHost(
            new Uri(_world.Sandbox.Address, "/api"), TimeProvider.System, (ServiceAppOptions.DefaultName, file.Path));
        await using var live = _world.Connect(host.Tokens());

        var error = (await live.NextAsync<LiveEvent.Ended>()).Error;

        Assert.Equal((SpacesErrorKind.Forbidden, LiveStatus.Ended), (error.Kind, live.Live.Status));
        Assert.Contains("spaces.websocket", error.Message, StringComparison.Ordinal);
        Assert.Equal(SpacesErrorKind.Unavailable, (await live.Live.SubscribeAsync(_space, cancellationToken: Cancellation)).Error?.Kind);
    }

    private async Task BothAsync()
    {
        await _ada.SubscribeAsync(_space);
        await _max.SubscribeAsync(_space);
    }
}
