using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace AvayaCloud.Sandbox.Tests.Live;

/// <summary>A plain WebSocket: tests write and read its frames.</summary>
internal sealed class RawSocket : IDisposable
{
    private readonly ClientWebSocket _wire = new();
    private readonly CancellationTokenSource _limit =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private RawSocket()
    {
        _wire.Options.KeepAliveInterval = TimeSpan.Zero;
        _limit.CancelAfter(TimeSpan.FromSeconds(100));
    }

    public static async Task<RawSocket> OpenAsync(Uri sandbox, string query)
    {
        var socket = new RawSocket();
        await socket._wire.ConnectAsync(
            new UriBuilder(sandbox) { Scheme = "ws", Path = "/socket.io/", Query = query }.Uri, socket._limit.Token);
        return socket;
    }

    /// <summary>As far as the namespace.</summary>
    public static async Task<RawSocket> ChatAsync(Uri sandbox, string token, string type = "oauth")
    {
        var socket = await OpenAsync(sandbox, $"token={token}&tokenType={type}&EIO=3&transport=websocket");
        Assert.StartsWith("0{", await socket.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("40", await socket.ReadAsync());
        await socket.SayAsync("40/chat,");
        return socket;
    }

    /// <summary>Chat, and one space.</summary>
    public static async Task<RawSocket> HearAsync(Uri sandbox, string token, string spaceId, string type = "oauth")
    {
        var socket = await ChatAsync(sandbox, token, type);
        Assert.Equal("40/chat", await socket.ReadAsync());
        await socket.EmitAsync("SUBSCRIBE_CHANNEL", $$$"""{"channel":{"_id":"{{{spaceId}}}","type":"topic"}}""");
        Assert.Equal("CHANNEL_SUBSCRIBED", (await socket.EventAsync()).Name);
        return socket;
    }

    public Task SayAsync(string frame) => SayAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text);

    public Task SayAsync(byte[] bytes, WebSocketMessageType type) => _wire.SendAsync(bytes, type, endOfMessage: true, _limit.Token);

    public Task EmitAsync(string name, string payload) => SayAsync($"42/chat,[\"{name}\",{payload}]");

    /// <summary>Null at the end of the connection.</summary>
    public async Task<string?> ReadAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            try
            {
                var part = await _wire.ReceiveAsync(buffer.AsMemory(), _limit.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                text.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return Encoding.UTF8.GetString(text.ToArray());
            }
            catch (WebSocketException)
            {
                return null;
            }
        }
    }

    public async Task<(string Name, JsonNode Payload)> EventAsync()
    {
        var frame = await ReadAsync();
        Assert.StartsWith("42/chat,[", frame, StringComparison.Ordinal);
        var array = JsonNode.Parse(frame!["42/chat,".Length..])!.AsArray();
        return ((string)array[0]!, array[1]!);
    }

    /// <summary>The next event of that name; others meanwhile are passed over.</summary>
    public async Task<JsonNode> EventAsync(string name)
    {
        while (true)
        {
            var (found, payload) = await EventAsync();
            if (found == name)
                return payload;
        }
    }

    /// <summary>False when the connection is over.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            await SayAsync("2probe");
        }
        catch (WebSocketException)
        {
            return false;
        }

        string? answer;
        do
            answer = await ReadAsync();
        while (answer is not (null or "3probe"));
        return answer is not null;
    }

    public void Dispose()
    {
        _wire.Dispose();
        _limit.Dispose();
    }
}
