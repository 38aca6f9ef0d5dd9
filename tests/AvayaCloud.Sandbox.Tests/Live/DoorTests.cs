using System.Net;
using System.Net.WebSockets;
using System.Text;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using AvayaCloud.Sandbox.Tests.ServiceApps;

namespace AvayaCloud.Sandbox.Tests.Live;

public sealed class DoorTests : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("EIO=3&transport=polling", """{"code":0,"message":"Transport unknown"}""")]
    [InlineData("EIO=4&transport=websocket", """{"code":5,"message":"Unsupported protocol version"}""")]
    [InlineData("EIO=3&transport=websocket", """{"code":3,"message":"Bad request"}""")]
    public async Task Only_Engine_IO_3_over_a_WebSocket_is_accepted(string query, string body)
    {
        var answer = await _world.GetAsync("/socket.io/?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, body), (answer.Status, answer.Json!.ToJsonString()));
    }

    [Theory]
    [InlineData("jwt")]
    [InlineData("service_app")]
    [InlineData("oauth")]
    [InlineData("")]
    public async Task An_invalid_token_is_refused_at_the_namespace(string type)
    {
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, "0a1b2c", type);

        Assert.StartsWith("""44/chat,{"code":""", await socket.ReadAsync(), StringComparison.Ordinal);
        await socket.SayAsync("2");
        Assert.Equal("3", await socket.ReadAsync());
    }

    [Fact]
    public async Task A_service_app_is_admitted_only_with_the_scope()
    {
        var expires = _world.Clock.GetUtcNow().AddMinutes(30);
        var deaf = _world.Server.ServiceApps.Add("deaf", "spaces.chat.create");

        using var bot = await RawSocket.ChatAsync(
            _world.Server.Address, Signed.By(_world.Server.ServiceApps[SandboxServiceApps.Bot], expires), "service_app");
        using var other = await RawSocket.ChatAsync(_world.Server.Address, Signed.By(deaf, expires), "service_app");

        Assert.Equal("40/chat", await bot.ReadAsync());
        Assert.StartsWith("""44/chat,{"code":"scope.missing",""", await other.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_namespace_is_refused()
    {
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, "x");
        await socket.ReadAsync();

        await socket.SayAsync("40/other,");

        Assert.Equal("44/other,\"Invalid namespace\"", await socket.ReadAsync());
    }

    [Fact]
    public async Task Events_outside_of_the_namespace_are_ignored()
    {
        var token = (await _world.SignInAsync())["access_token"];
        using var socket = await RawSocket.OpenAsync(_world.Server.Address, $"token={token}&tokenType=oauth&EIO=3&transport=websocket");
        await socket.ReadAsync();
        await socket.ReadAsync();

        await socket.EmitAsync("SUBSCRIBE_CHANNEL", "{}");
        await socket.SayAsync("40/chat,");
        Assert.Equal("40/chat", await socket.ReadAsync());
        await socket.SayAsync("41/chat,");
        await socket.EmitAsync("SUBSCRIBE_CHANNEL", "{}");
        await socket.SayAsync("2");

        Assert.Equal("3", await socket.ReadAsync());
    }

    [Fact]
    public async Task A_connect_with_another_token_ends_the_subscriptions_of_the_first_caller()
    {
        var ada = await Api.OfAsync(_world, World.Ada);
        var space = await ada.NewSpaceAsync();
        using var socket = await RawSocket.HearAsync(_world.Server.Address, ada.Token, space);

        await socket.SayAsync($"40/chat?token={(await _world.SignInAsync(World.Gil))["access_token"]}&tokenType=oauth,");
        Assert.Equal("40/chat", await socket.ReadAsync());
        await ada.SayAsync(space);
        await socket.SayAsync("2");

        Assert.Equal("3", await socket.ReadAsync());
        Assert.Equal(0, _world.Server.Sockets.Listening(space));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("4")]
    [InlineData("49/chat,")]
    [InlineData("42/chat,[\"SUBSCRIBE_CHANNEL\"")]
    [InlineData("42/chat,{}")]
    [InlineData("451-/chat,[\"SEND_MESSAGE\",{\"_placeholder\":true,\"num\":0}]")]
    public async Task Anything_but_Socket_IO_ends_the_connection(string frame)
    {
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, "x");
        await socket.ReadAsync();

        await socket.SayAsync(frame);

        Assert.Null(await socket.ReadAsync());
    }

    [Fact]
    public async Task Binary_and_oversized_frames_end_the_connection_too()
    {
        using var binary = await RawSocket.ChatAsync(_world.Server.Address, "x");
        using var large = await RawSocket.ChatAsync(_world.Server.Address, "x");
        await binary.ReadAsync();
        await large.ReadAsync();

        await binary.SayAsync([4, 1, 2], WebSocketMessageType.Binary);
        await large.SayAsync(Encoding.ASCII.GetBytes("42/chat,[\"" + new string('a', 2_000_000)), WebSocketMessageType.Text);

        Assert.Null(await binary.ReadAsync());
        Assert.Null(await large.ReadAsync());
    }
}
