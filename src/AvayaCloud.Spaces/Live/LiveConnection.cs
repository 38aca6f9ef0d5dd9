using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;

namespace AvayaCloud.Spaces;

/// <summary>One WebSocket connection: frames in both directions, and pings that detect a dead connection.</summary>
internal sealed class LiveConnection(TimeProvider clock, SpacesLiveOptions options) : IAsyncDisposable
{
    private const int MaxMessageBytes = 4 * 1024 * 1024;

    // The Date header has whole seconds and was in transit for a while. A smaller difference means nothing.
    private static readonly TimeSpan DateResolution = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxPongTimeout = TimeSpan.FromSeconds(20);

    // Shared: it holds no cookies, follows no redirect with the token in it, and sends no trace ids to Avaya.
    private static readonly HttpMessageInvoker Invoker = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    });

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sendLock = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource _pong = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _pinging = Task.CompletedTask;
    private TimeSpan _clockOffset;

    /// <summary>Never contains the address, because the address contains the token.</summary>
    public string CloseReason { get; private set; } = "The connection broke.";

    /// <summary>The handshake was rejected because of the token.</summary>
    public bool IsUnauthorized => _socket.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
    public bool IsClosedByClient { get; private set; }

    /// <summary>By the server's clock, as far as its Date header shows it.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + _clockOffset;

    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        // Engine.IO has its own pings.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.CollectHttpResponseDetails = true;
        await _socket.ConnectAsync(address, Invoker, cancellationToken);
        var date = _socket.HttpResponseHeaders?.GetValueOrDefault("Date")?.FirstOrDefault();
        _socket.HttpResponseHeaders = null;
        if (!DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var serverTime))
            return;
        var offset = serverTime - clock.GetUtcNow();
        if (offset.Duration() > DateResolution)
            _clockOffset = offset;
    }

    public async Task SendAsync(string frame, CancellationToken cancellationToken)
    {
        // A frame that is cancelled halfway breaks the connection, so only closing the connection cancels it.
        await _sendLock.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, _closing.Token);
        }
        finally
        {
            _sendLock.Release();
        }
    }

    /// <summary>Responds to pings, and starts to send them when the server has said how often.</summary>
    /// <returns>The next frame, or null at the end.</returns>
    public async Task<LiveFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        while (await ReceiveAsync(linked.Token) is { } text)
        {
            var frame = LiveFrame.Parse(text);
            switch (frame)
            {
                case LiveFrame.Opened opened:
                    _pinging = PingAsync(opened);
                    break;
                case LiveFrame.Pong:
                    _pong.TrySetResult();
                    break;
                case LiveFrame.Ping ping:
                    await SendAsync("3" + ping.Data, linked.Token);
                    break;
                case LiveFrame.Closed:
                    CloseReason = "The server closed the connection.";
                    return null;
                case not LiveFrame.Ignored:
                    return frame;
            }
        }

        return null;
    }

    /// <summary>Disconnects from the namespace, then ends the reading.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        IsClosedByClient = true;
        try
        {
            await SendAsync(LiveFrame.Disconnect, cancellationToken);
        }
        catch (Exception failure) when (IsConnectionFailure(failure))
        {
            // It broke meanwhile, and so is closed as well.
        }

        await _closing.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _pinging;
        _socket.Dispose();
        _sendLock.Dispose();
        _closing.Dispose();
    }

    private async Task PingAsync(LiveFrame.Opened opened)
    {
        var interval = Min(opened.PingInterval, options.MaxPingInterval);
        var timeout = Min(opened.PingTimeout, MaxPongTimeout);
        try
        {
            while (true)
            {
                await Task.Delay(interval, clock, _closing.Token);
                _pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await SendAsync("2", _closing.Token);
                await _pong.Task.WaitAsync(timeout, clock, _closing.Token);
            }
        }
        catch (TimeoutException)
        {
            CloseReason = "No answer to a ping.";
            await _closing.CancelAsync();
        }
        catch (Exception failure) when (IsConnectionFailure(failure))
        {
            // The reader meets the same failure and reports it.
        }
    }

    /// <returns>The text of one message; empty for a binary one, and null at the end.</returns>
    private async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.GetMemory(4096), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || buffer.WrittenCount + part.Count > MaxMessageBytes)
                return null;
            buffer.Advance(part.Count);
            if (part.EndOfMessage)
                return part.MessageType == WebSocketMessageType.Text ? Encoding.UTF8.GetString(buffer.WrittenSpan) : "";
        }
    }

    public static bool IsConnectionFailure(Exception failure) =>
        failure is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException
            or InvalidOperationException or HttpRequestException;

    private static TimeSpan Min(TimeSpan? requested, TimeSpan limit) => requested < limit ? requested.Value : limit;
}
