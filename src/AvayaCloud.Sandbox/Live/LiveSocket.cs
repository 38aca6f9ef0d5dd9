using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace AvayaCloud.Sandbox.Live;

/// <summary>A connection by Engine.IO 3 over a WebSocket: receives packets, sends packets in order, answers pings [wire 5.1].</summary>
internal sealed class LiveSocket(WebSocket webSocket, TimeProvider clock) : IDisposable
{
    private const int MaxPacketSize = 1024 * 1024;
    private const int MaxQueueLength = 10_000;

    // The defaults of engine.io 3 [guess].
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _dropped = new();
    private readonly Channel<string> _queue = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxQueueLength) { SingleReader = true });

    /// <summary>The socket sends nothing any more, like a cable that was pulled.</summary>
    public bool IsSilent { get; set; }

    public void Send(string packet)
    {
        // A client that does not read loses its connection, before the queue fills the memory.
        if (!IsSilent && !_queue.Writer.TryWrite(packet))
            Drop();
    }

    public void Drop()
    {
        try
        {
            _dropped.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The connection ended at the same time.
        }
    }

    /// <param name="tryHandle">Handles a Socket.IO packet. False ends the connection.</param>
    public async Task RunAsync(Func<string, bool> tryHandle, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _dropped.Token);
        await using var timeout = clock.CreateTimer(_ => Drop(), null, PingInterval + PingTimeout, Timeout.InfiniteTimeSpan);
        Send("0" + Json.Text(new JsonObject
        {
            ["sid"] = RandomNumberGenerator.GetHexString(20, lowercase: true),
            ["upgrades"] = new JsonArray(),
            ["pingInterval"] = (int)PingInterval.TotalMilliseconds,
            ["pingTimeout"] = (int)PingTimeout.TotalMilliseconds,
        }));
        Send(SocketPacket.Connected(""));
        var sending = SendQueueAsync(end.Token);
        try
        {
            while (await ReceiveAsync(end.Token) is { } packet && TryHandle(packet, tryHandle))
                timeout.Change(PingInterval + PingTimeout, Timeout.InfiniteTimeSpan);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            webSocket.Abort();
        }

        _queue.Writer.TryComplete();
        await sending;
    }

    public void Dispose() => _dropped.Dispose();

    private bool TryHandle(string packet, Func<string, bool> tryHandle)
    {
        switch (packet)
        {
            case ['2', ..]:
                Send("3" + packet[1..]);
                return true;
            case ['4', ..]:
                return tryHandle(packet[1..]);
            default:
                // Pong, upgrade and noop have no effect. Close ends the connection, and so does text that is not Engine.IO.
                return packet is "3" or "5" or "6";
        }
    }

    /// <summary>Null when the client closed the connection, or sent a binary or too large message.</summary>
    private async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await webSocket.ReceiveAsync(text.GetMemory(4096), cancellationToken);
            if (part.MessageType != WebSocketMessageType.Text || text.WrittenCount + part.Count > MaxPacketSize)
                return null;
            text.Advance(part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.WrittenSpan);
        }
    }

    private async Task SendQueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var packet in _queue.Reader.ReadAllAsync(cancellationToken))
                await webSocket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            await webSocket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or WebSocketException or IOException or InvalidOperationException)
        {
            webSocket.Abort();
        }
    }
}
