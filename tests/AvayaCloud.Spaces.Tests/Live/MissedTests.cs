using AvayaCloud.Sandbox;
using AvayaCloud.Spaces.Tests.EndToEnd;
using AvayaCloud.Spaces.Tests.ServiceApps;

namespace AvayaCloud.Spaces.Tests.Live;

/// <summary>A break of the connection, and what happened to messages meanwhile.</summary>
public sealed class MissedTests : IAsyncLifetime
{
    private LiveSandbox _world = null!;
    private LiveUser _max = null!;
    private string _space = "";

    private static CancellationToken Cancellation => LiveSandbox.Cancellation;

    public async ValueTask InitializeAsync()
    {
        _world = await LiveSandbox.StartAsync();
        _max = await _world.ConnectAsync("member");
        _space = await LiveSandbox.SpaceAsync(_max, "ada.admin@example.com");
    }

    public async ValueTask DisposeAsync()
    {
        await _max.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Users_get_each_missed_edit_deletion_and_message_once()
    {
        await using var ada = await _world.ConnectAsync("admin");
        await LearnsAsync(ada);
    }

    [Fact]
    public async Task Service_apps_do_too()
    {
        var bot = _world.Sandbox.ServiceApps[SandboxServiceApps.Bot];
        using var file = new KeyFile(bot.KeyFile);
        await using var host = new ServiceAppHost(
            new Uri(_world.Sandbox.Address, "/api"), TimeProvider.System, (ServiceAppOptions.DefaultName, file.Path));
        await _max.Client.Invites.InviteAsync(
            _space, new Invitation { Invitees = [Invitee.ByEmail(bot.Email)] }, Cancellation).ValueAsync();
        await using var app = _world.Connect(host.Tokens());
        await LearnsAsync(app);
    }

    [Fact]
    public async Task An_edit_of_an_earlier_message_is_reported_as_an_edit()
    {
        await using var ada = await _world.ConnectAsync("admin");
        // Seeded, so it is old.
        var space = (await ada.Client.Spaces.ListAsync(new SpacesQuery { Kinds = SpaceKinds.Group }, Cancellation).FirstAsync(Cancellation))
            .Match(ok => ok.Items, _ => []).First(it => it.Role == SpaceRole.Admin).Id;
        var posts = await ada.Client.Posts.ListAsync(space, cancellationToken: Cancellation).AllAsync();
        await ada.SubscribeAsync(space);

        await ada.Client.Messages.EditAsync(posts[0].Id, new MessageEdit { BodyText = "heard" }, Cancellation).ValueAsync();
        Assert.Equal("heard", (await ada.NextAsync<LiveEvent.MessageEdited>()).Message.Content!.BodyText);
        await BreakAsync(
            ada, () => ada.Client.Messages.EditAsync(posts[0].Id, new MessageEdit { BodyText = "missed" }, Cancellation).ValueAsync());
        Assert.Equal("missed", (await ada.NextAsync<LiveEvent.MessageEdited>()).Message.Content!.BodyText);
        Assert.DoesNotContain(ada.Rest(), it => it is LiveEvent.MessageReceived or LiveEvent.MessageDeleted);
    }

    [Fact]
    public void A_category_without_messages_is_not_taken_for_deleted()
    {
        var seen = new SeenMessages();
        var moment = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        IReadOnlyList<(string, MessageCategory, int)> known =
            [("old", MessageCategory.Chat, -9), ("chat", MessageCategory.Chat, 1), ("post", MessageCategory.Idea, 2)];
        foreach (var (id, category, minutes) in known)
            seen.Add(new Message { Id = id, Category = category, Created = moment.AddMinutes(minutes) });

        var list = new MissedMessages(
            moment, [new Message { Id = "other", Category = MessageCategory.Chat, Created = moment.AddMinutes(3) }], CompleteAfter: moment,
            Error: null);

        Assert.Equal(["chat"], seen.RemoveMissing(list));
        Assert.Empty(seen.RemoveMissing(list with { CompleteAfter = null }));
    }

    private async Task LearnsAsync(LiveUser listener)
    {
        await listener.SubscribeAsync(_space);
        var (edited, deleted) = (await SayAsync("edited"), await SayAsync("deleted"));
        await SayAsync("kept");
        for (var heard = 0; heard < 3; heard++)
            await listener.NextAsync<LiveEvent.MessageReceived>();

        await BreakAsync(listener, async () =>
        {
            await _max.Client.Messages.EditAsync(edited, new MessageEdit { BodyText = "otherwise" }, Cancellation).ValueAsync();
            await _max.Client.Messages.DeleteAsync([deleted, await SayAsync("never heard of")], Cancellation).ValueAsync();
            await SayAsync("new");
        });

        Assert.Equal(new LiveEvent.MessageDeleted(_space, deleted), await listener.NextAsync<LiveEvent.MessageDeleted>());
        Assert.Equal("otherwise", (await listener.NextAsync<LiveEvent.MessageEdited>()).Message.Content!.BodyText);
        Assert.Equal(
            ("new", true),
            await listener.NextAsync<LiveEvent.MessageReceived>() is var it ? (it.Message.Content!.BodyText, it.WasMissed) : default);
        await SayAsync("after");
        Assert.Equal("after", (await listener.NextAsync<LiveEvent.MessageReceived>()).Message.Content!.BodyText);
        Assert.DoesNotContain(
            listener.Rest(), event_ => event_ is LiveEvent.MessageDeleted or LiveEvent.MessageEdited or LiveEvent.MessageReceived);
    }

    private async Task<string> SayAsync(string text) =>
        (await _max.Client.Messages.SendChatAsync(_space, new NewChat(text), Cancellation).ValueAsync()).Id;

    private async Task BreakAsync(LiveUser listener, Func<Task> meanwhile)
    {
        _world.Sandbox.Faults.Add("socket", Fault.ServerError(), SandboxFaults.Always);
        _world.Sandbox.Sockets.Drop();
        await listener.NextAsync<LiveEvent.Disconnected>();
        await meanwhile();
        _world.Sandbox.Faults.Clear();
        await listener.NextAsync<LiveEvent.Subscribed>();
    }
}
