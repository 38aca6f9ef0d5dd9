using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Live;

/// <summary>REST and socket show the same state.</summary>
public sealed class SameWorldTests : IAsyncLifetime
{
    private World _world = null!;
    private string _ada = "";
    private string _space = "";
    private RawSocket _socket = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _ada = (await _world.SignInAsync())["access_token"];
        _space = (string)(
            await CallAsync(
                HttpMethod.Post, "/spaces/invite",
                """{"topic":{"title":"Bridge","type":"group"},"invitees":[]}"""))["data"]![0]!["topicId"]!;
        _socket = await RawSocket.HearAsync(_world.Server.Address, _ada, _space);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Messages_from_the_socket_are_read_over_REST()
    {
        await _socket.EmitAsync(
            "SEND_MESSAGE", $$"""{"category":"idea","content":{"bodyText":"Plan","description":"<p>B</p>"},"topicId":"{{_space}}"}""");
        var heard = await _socket.EventAsync("MESSAGE_SENT");

        var post = (await CallAsync(HttpMethod.Get, $"/spaces/{_space}/ideas"))["data"]![0]!;

        Assert.Equal(
            ((string)heard["_id"]!, "Plan", "<p>B</p>"),
            ((string)post["_id"]!, (string)post["content"]!["bodyText"]!, (string)post["content"]!["description"]!));
    }

    [Fact]
    public async Task Changes_over_REST_are_received_at_the_socket()
    {
        var chat = await CallAsync(HttpMethod.Post, $"/spaces/{_space}/chats", """{"content":{"bodyText":"<p>hi</p>"}}""");
        await HeardAsync("MESSAGE_SENT", "chat", (string)chat["_id"]!);

        var task = await CallAsync(HttpMethod.Post, $"/spaces/{_space}/tasks", """{"content":{"bodyText":"Do it"}}""");
        await HeardAsync("MESSAGE_SENT", "task", (string)task["_id"]!);

        await CallAsync(HttpMethod.Post, $"/messages/{task["_id"]}", """{"content":{"status":"completed"}}""");
        Assert.Equal("completed", (string)(await HeardAsync("MESSAGE_SENT", "task", (string)task["_id"]!))["content"]!["status"]!);

        await CallAsync(HttpMethod.Post, "/messages/deletemessages", $"""["{chat["_id"]}"]""");
        await HeardAsync("MESSAGE_SENT", "chat.deleted", (string)chat["_id"]!);

        await CallAsync(HttpMethod.Post, $"/spaces/{_space}", """{"title":"Deck"}""");
        Assert.Equal("Deck", (string)(await HeardAsync("MESSAGE_SENT", "topic.updated", _space))["topicTitle"]!);

        await CallAsync(HttpMethod.Delete, $"/spaces/{_space}");
        await HeardAsync("MESSAGE_SENT", "topic.deleted", _space);
        Assert.Equal(_space, (string)(await _socket.EventAsync("CHANNEL_UNSUBSCRIBED"))["channel"]!["_id"]!);
    }

    [Fact]
    public async Task A_user_who_leaves_a_space_gets_no_more_events()
    {
        var me = (string)(await CallAsync(HttpMethod.Get, "/users/me"))["_id"]!;
        await CallAsync(
            HttpMethod.Post, $"/spaces/{_space}/invite",
            $$"""{"invitees":[{"inviteeType":"email","invitee":"{{World.Max}}","role":"admin"}]}""");

        await CallAsync(HttpMethod.Delete, $"/spaces/{_space}/attendees/userid/{me}");

        Assert.Equal(_space, (string)(await _socket.EventAsync("CHANNEL_UNSUBSCRIBED"))["channel"]!["_id"]!);
        Assert.Equal(0, _world.Server.Sockets.Listening(_space));
    }

    private async Task<JsonNode> HeardAsync(string name, string category, string id)
    {
        var payload = await _socket.EventAsync(name);
        Assert.Equal((category, id), ((string)payload["category"]!, (string)payload["_id"]!));
        return payload;
    }

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api" + path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _ada);
        if (body is not null)
            request.Content = JsonContent.Create(JsonNode.Parse(body));
        using var response = await _world.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
