using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Live;

/// <summary>The frames that Avaya's own load test writes and compares [wire 5.1: repo LT k6/src/chat.js], byte for byte.</summary>
public sealed class LoadTestReplayTests
{
    [Fact]
    public async Task The_frames_of_the_load_test_get_the_responses_that_it_expects()
    {
        await using var world = await World.StartAsync();
        var token = (await world.SignInAsync())["access_token"];
        var space = (string)(await world.GetAsync("/api/users/me/spaces?size=1", token)).Json!["data"]![0]!["_id"]!;
        using var socket = await RawSocket.OpenAsync(
            world.Server.Address, $"token={token}&tokenType=oauth&EIO=3&transport=websocket&batchRoster=true");

        Assert.StartsWith("""0{"sid":""", await socket.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("40", await socket.ReadAsync());

        await socket.SayAsync($"40/chat?token={token}&tokenType=oauth,");
        Assert.Equal("40/chat", await socket.ReadAsync());

        await socket.SayAsync($$"""42/chat,["SUBSCRIBE_CHANNEL",{"channel":{"_id":"{{space}}","type":"topic"},"version":"1.1"}]""");
        Assert.StartsWith(
            $$"""42/chat,["CHANNEL_SUBSCRIBED",{"channel":{"_id":"{{space}}","type":"topic"},"dtsid":"1234","sessionId":""",
            await socket.ReadAsync(), StringComparison.Ordinal);

        await socket.SayAsync("2");
        Assert.Equal("3", await socket.ReadAsync());
    }

    [Fact]
    public async Task The_open_packet_has_the_ping_interval()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.OpenAsync(world.Server.Address, "EIO=3&transport=websocket");

        var open = JsonNode.Parse((await socket.ReadAsync())![1..])!;

        Assert.Equal((25000, 5000, 0), ((int)open["pingInterval"]!, (int)open["pingTimeout"]!, open["upgrades"]!.AsArray().Count));
    }
}
