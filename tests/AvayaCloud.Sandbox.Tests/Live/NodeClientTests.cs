using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using AvayaCloud.Sandbox.Tests.ServiceApps;
namespace AvayaCloud.Sandbox.Tests.Live;

/// <summary>A client that is not ours: socket.io-client 2.x from npm, as Avaya's own guide uses it.</summary>
public sealed class NodeClientTests
{
    [Fact]
    public async Task It_subscribes_chats_and_sees_presence()
    {
        await using var world = await World.StartAsync();
        var token = (await world.SignInAsync())["access_token"];
        var space = (string)(await world.GetAsync("/api/users/me/spaces?size=1&topictype=group", token)).Json!["data"]![0]!["_id"]!;
        using var witness = await RawSocket.HearAsync(world.Server.Address, token, space);

        var (heard, exitCode) = await ChatAsync(world.Server.Address, token, "oauth", space);

        Assert.Equal(["connect", "CHANNEL_SUBSCRIBED", "PRESENCE_EVENT_RESPONSE", "MESSAGE_SENT"], heard.Select(it => (string)it["name"]!));
        Assert.Equal(0, exitCode);
        Assert.Equal("<p>from Node 👋</p>", (string)heard[^1]["payload"]!["content"]!["bodyText"]!);
        Assert.Equal(1, (int)heard[^1]["payload"]!["loopbackMetadata"]!["number"]!);
        Assert.True((bool)(await witness.EventAsync("PRESENCE_EVENT_RESPONSE"))["content"]!["desktop"]!);
        Assert.Equal("<p>from Node 👋</p>", (string)(await witness.EventAsync("MESSAGE_SENT"))["content"]!["bodyText"]!);
    }

    [Theory]
    [InlineData("oauth")]
    [InlineData("service_app")]
    public async Task The_sample_gets_a_refusal_as_an_error(string type)
    {
        await using var world = await World.StartAsync();
        var deaf = Signed.By(world.Server.ServiceApps.Add("deaf", "spaces.list"), world.Clock.GetUtcNow().AddMinutes(5));

        var (heard, exitCode) = await ChatAsync(world.Server.Address, type == "oauth" ? "0a1b" : deaf, type, "x");

        Assert.Equal((2, "error"), (exitCode, (string)Assert.Single(heard)["name"]!));
    }

    private static async Task<(List<JsonNode> Heard, int ExitCode)> ChatAsync(Uri address, params string[] arguments)
    {
        using var node = NodeScript.Start(
            "AvayaCloud.Sandbox.Tests", "Live/chat.js", [address.GetLeftPart(UriPartial.Authority), .. arguments]);
        var problems = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(lines.Length > 0, await problems);
        return ([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)], node.ExitCode);
    }
}
