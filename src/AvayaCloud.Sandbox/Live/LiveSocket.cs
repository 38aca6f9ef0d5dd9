using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace AvayaCloud.Sandbox.Live;

/// <summary>One connection of Engine.IO 3 over a websocket: frames in, frames out in order, and the client's pings [wire 5.1].</summary>
internal sealed class LiveSocket(WebSocket wire, TimeProvider clock) : IDisposable
{
    private const int LargestFrame = 1024 * 1024;
    private const int MostWaiting = 10_000;

    // What servers of that age say unless told otherwise [guess: defaults of engine.io 3].
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly Channel<string> _outbox = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public string Id { get; } = RandomNumberGenerator.GetHexString(20, lowercase: true);

    /// <summary>Neither answers nor passes anything on any more, as a cable that was pulled.</summary>
    public bool IsSilent { get; set; }

    public void Send(string frame)
    {
        // Who does not read loses the connection rather than fill the memory.
        if (!IsSilent && !_outbox.Writer.TryWrite(frame))
            Drop();
    }

    public void Drop()
    {
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Gone in this moment, while somebody still had something to say to it.
        }
    }

    /// <param name="take">A message without its Engine.IO type; false ends the connection.</param>
    public async Task RunAsync(Func<string, CancellationToken, ValueTask<bool>> take, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        await using var silence = clock.CreateTimer(_ => _end.Cancel(), null, PingInterval + PingTimeout, Timeout.InfiniteTimeSpan);
        Send("0" + Json.Text(new JsonObject
        {
            ["sid"] = Id,
            ["upgrades"] = new JsonArray(),
            ["pingInterval"] = (int)PingInterval.TotalMilliseconds,
            ["pingTimeout"] = (int)PingTimeout.TotalMilliseconds,
        }));
        Send(SocketPacket.Connected(""));
        var sending = SendAllAsync(end.Token);
        try
        {
            while (await ReceiveAsync(end.Token) is { } frame)
            {
                silence.Change(PingInterval + PingTimeout, Timeout.InfiniteTimeSpan);
                if (!await AnswerAsync(frame, take, end.Token))
                    break;
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or WebSocketException or IOException)
        {
            wire.Abort();
        }

        _outbox.Writer.TryComplete();
        await sending;
    }

    public void Dispose() => _end.Dispose();

    private ValueTask<bool> AnswerAsync(
        string frame, Func<string, CancellationToken, ValueTask<bool>> take, CancellationToken cancellationToken)
    {
        switch (frame)
        {
            case ['2', ..]:
                Send("3" + frame[1..]);
                return ValueTask.FromResult(true);
            case ['4', ..]:
                return take(frame[1..], cancellationToken);
            default:
                // Close ends it; pong, upgrade and noop mean nothing here; anything else is no Engine.IO.
                return ValueTask.FromResult(frame is "3" or "5" or "6");
        }
    }

    /// <summary>Null at the end: closed, too large, or not text.</summary>
    private async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await wire.ReceiveAsync(text.GetMemory(4096), cancellationToken);
            if (part.MessageType != WebSocketMessageType.Text || text.WrittenCount + part.Count > LargestFrame)
                return null;
            text.Advance(part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.WrittenSpan);
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in _outbox.Reader.ReadAllAsync(cancellationToken))
                await wire.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            await wire.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception problem) when (
            problem is OperationCanceledException or WebSocketException or IOException or InvalidOperationException)
        {
            wire.Abort();
        }
    }
}
