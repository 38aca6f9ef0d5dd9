using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Live;

public sealed class ChatTests : IAsyncLifetime
{
    private World _world = null!;
    private string _ada = "";
    private string _max = "";
    private string _space = "";

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _ada = (await _world.SignInAsync())["access_token"];
        _max = (await _world.SignInAsync(World.Max))["access_token"];
        // A group that both are in, and may write to.
        var mine = (await _world.GetAsync("/api/users/me/spaces?size=50&topictype=group", _max)).Json!["data"]!.AsArray();
        _space = (string)mine.First(it => (string)it!["role"]! != "guest")!["_id"]!;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_chat_reaches_every_subscriber_and_its_sender_with_the_loopback_metadata()
    {
        using var ada = await HearAsync(_ada);
        using var max = await HearAsync(_max);

        await max.EmitAsync(
            "SEND_MESSAGE",
            $$$"""{"category":"chat","content":{"bodyText":"<p>hi</p>","data":[]},"topicId":"{{{_space}}}","loopbackMetadata":{"mark":7}}""");

        var (own, other) = (await max.EventAsync("MESSAGE_SENT"), await ada.EventAsync("MESSAGE_SENT"));
        Assert.Equal(7, (int)own["loopbackMetadata"]!["mark"]!);
        Assert.Null(other["loopbackMetadata"]);
        Assert.Equal(
            ("chat", "<p>hi</p>", _space, World.Max),
            (
                (string)other["category"]!, (string)other["content"]!["bodyText"]!, (string)other["topicId"]!,
                (string)other["sender"]!["username"]!));
        Assert.Equal((string)own["_id"]!, (string)other["_id"]!);
    }

    [Fact]
    public async Task Without_a_subscription_no_message_can_be_sent()
    {
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, _ada);
        await socket.ReadAsync();

        await socket.EmitAsync(
            "SEND_MESSAGE", $$"""{"category":"chat","content":{"bodyText":"x"},"topicId":"{{_space}}","loopbackMetadata":"m"}""");

        var failed = await socket.EventAsync("SEND_MESSAGE_FAILED");
        Assert.Equal(
            $$"""{"category":"app.event.channel.subscription.required","content":{"bodyText":"x"},"topicId":"{{_space}}","loopbackMetadata":"m"}""",
            failed.ToJsonString());
    }

    [Theory]
    [InlineData("""{"category":"song","content":{"bodyText":"x"}""")]
    [InlineData("""{"category":"chat","content":{}""")]
    [InlineData("""{"category":"chat","content":[1]""")]
    [InlineData("""{"category":"chat","content":{"bodyText":"x"},"parentMsg":{"_id":"000000000000000000000000"}""")]
    public async Task An_invalid_message_is_echoed_as_failed(string start)
    {
        using var socket = await HearAsync(_ada);

        await socket.EmitAsync("SEND_MESSAGE", start + $$""","topicId":"{{_space}}"}""");

        Assert.Equal(_space, (string)(await socket.EventAsync("SEND_MESSAGE_FAILED"))["topicId"]!);
    }

    [Theory]
    [InlineData("""{"channel":{"_id":"000000000000000000000000","type":"topic"}}""")]
    [InlineData("""{"channel":{"type":"topic"}}""")]
    [InlineData("""{"channel":7}""")]
    [InlineData("{}")]
    public async Task A_channel_that_does_not_exist_cannot_be_subscribed_to(string payload)
    {
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, _ada);
        await socket.ReadAsync();

        await socket.EmitAsync("SUBSCRIBE_CHANNEL", payload);

        Assert.Equal("invalid.parameters", (string)(await socket.EventAsync("SUBSCRIBE_CHANNEL_FAILED"))["error"]!["code"]!);
    }

    [Fact]
    public async Task Users_outside_of_a_space_get_no_events()
    {
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, (await _world.SignInAsync(World.Nobody))["access_token"]);
        await socket.ReadAsync();

        await socket.EmitAsync("SUBSCRIBE_CHANNEL", $$$"""{"channel":{"_id":"{{{_space}}}","type":"topic"}}""");

        Assert.Equal("space.not.a.member", (string)(await socket.EventAsync("SUBSCRIBE_CHANNEL_FAILED"))["error"]!["code"]!);
    }

    [Fact]
    public async Task After_unsubscribing_no_event_arrives()
    {
        using var ada = await HearAsync(_ada);
        using var max = await HearAsync(_max);

        await ada.EmitAsync("UNSUBSCRIBE_CHANNEL", $$$"""{"channel":{"_id":"{{{_space}}}","type":"topic"}}""");
        Assert.Equal(_space, (string)(await ada.EventAsync("CHANNEL_UNSUBSCRIBED"))["channel"]!["_id"]!);
        await max.EmitAsync("SEND_MESSAGE", $$"""{"category":"chat","content":{"bodyText":"x"},"topicId":"{{_space}}"}""");
        await max.EventAsync("MESSAGE_SENT");
        await ada.SayAsync("2");

        Assert.Equal("3", await ada.ReadAsync());
    }

    [Fact]
    public async Task Presence_goes_to_all_or_to_those_it_is_addressed_to()
    {
        using var ada = await HearAsync(_ada);
        using var max = await HearAsync(_max);

        await max.EmitAsync(
            "SEND_PRESENCE_EVENT",
            $$$"""{"category":"app.event.presence.party.online","topicId":"{{{_space}}}","content":{"desktop":true,"idle":false},"receivers":[],"loopbackMetadata":1}""");
        var (heard, own) = (await ada.EventAsync("PRESENCE_EVENT_RESPONSE"), await max.EventAsync("PRESENCE_EVENT_RESPONSE"));
        Assert.Equal((1, null), ((int?)own["loopbackMetadata"], (int?)heard["loopbackMetadata"]));
        Assert.Equal(World.Max, (string)heard["sender"]!["username"]!);
        Assert.True((bool)heard["content"]!["desktop"]!);
        Assert.Equal((string)heard["sender"]!["_id"]!, (string)heard["content"]!["attendee"]!["attendee"]!);
        Assert.NotEmpty((string)heard["content"]!["sessionId"]!);

        await ada.EmitAsync(
            "SEND_PRESENCE_EVENT",
            $$"""{"category":"party.typing","topicId":"{{_space}}","receivers":[{{heard["sender"]!.ToJsonString()}}]}""");
        Assert.Equal("party.typing", (string)(await max.EventAsync("PRESENCE_EVENT_RESPONSE"))["category"]!);
    }

    [Fact]
    public async Task An_invalid_presence_is_reported_as_invalid()
    {
        using var socket = await HearAsync(_ada);

        await socket.EmitAsync("SEND_PRESENCE_EVENT", """{"category":"party.typing","topicId":"000000000000000000000000"}""");

        Assert.Equal("media.session.invalid", (string)(await socket.EventAsync("PRESENCE_EVENT_RESPONSE"))["category"]!);
    }

    [Fact]
    public async Task Media_events_are_passed_on_by_their_documented_name()
    {
        using var ada = await HearAsync(_ada);
        using var max = await HearAsync(_max);

        await max.EmitAsync(
            "SEND_MEDIA_SESSION_EVENTS",
            $$$"""{"category":"trackstatus","content":{"mediaSession":{"audio":true}},"topicId":"{{{_space}}}"}""");

        var heard = await ada.EventAsync("MEDIA_SESSION_RESPONSE");
        Assert.Equal("tracksstatus", (string)heard["category"]!);
        Assert.True((bool)heard["content"]!["mediaSession"]!["audio"]!);
    }

    [Fact]
    public async Task A_test_can_cut_and_silence_sockets()
    {
        using var cut = await HearAsync(_ada);
        Assert.Equal((1, 1), (_world.Server.Sockets.Open, _world.Server.Sockets.Listening(_space)));
        _world.Server.Sockets.Drop();
        Assert.Null(await cut.ReadAsync());
    }

    private Task<RawSocket> HearAsync(string token) => RawSocket.HearAsync(_world.Server.Address, token, _space);
}
