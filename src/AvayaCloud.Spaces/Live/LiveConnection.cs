using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;

namespace AvayaCloud.Spaces;

/// <summary>One connection, from its opening to its end: frames in and out, and the pings that show a dead cable.</summary>
internal sealed class LiveConnection(TimeProvider clock, SpacesLiveOptions options) : IAsyncDisposable
{
    private const int LargestFrame = 4 * 1024 * 1024;

    // A Date counts whole seconds and was some time on its way: less is no difference of clocks.
    private static readonly TimeSpan DateResolution = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestWaitForPong = TimeSpan.FromSeconds(20);

    // One for all: it holds no cookies, follows no redirect with the token, and tells Avaya nothing of our traces.
    private static readonly HttpMessageInvoker Opener = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    });

    private readonly ClientWebSocket _wire = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private TaskCompletionSource _pong = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _beating = Task.CompletedTask;
    private TimeSpan _offset;

    /// <summary>Why the connection ended, in words without its address: that one holds the token.</summary>
    public string EndReason { get; private set; } = "The connection broke.";

    /// <summary>The opening was refused for its token.</summary>
    public bool IsUnauthorized => _wire.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>By ourselves, not by a break.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>By the server's clock, where it said what that shows.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + _offset;

    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        // Pings are Engine.IO's affair.
        _wire.Options.KeepAliveInterval = TimeSpan.Zero;
        _wire.Options.CollectHttpResponseDetails = true;
        await _wire.ConnectAsync(address, Opener, cancellationToken);
        if (_wire.HttpResponseHeaders?.GetValueOrDefault("Date")?.FirstOrDefault() is { } date
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var time))
        {
            _offset = time - clock.GetUtcNow() is var offset && offset.Duration() > DateResolution ? offset : TimeSpan.Zero;
        }

        _wire.HttpResponseHeaders = null;
    }

    public async Task SendAsync(string frame, CancellationToken cancellationToken)
    {
        // Given up halfway, a frame would break those after it: only the connection's own end does that.
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _wire.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Null at the end. Answers pings and starts its own by itself.</summary>
    public async Task<LiveFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        while (await ReceiveAsync(either.Token) is { } text)
        {
            var frame = LiveFrame.Read(text);
            switch (frame)
            {
                case LiveFrame.Opened opened:
                    _beating = BeatAsync(opened);
                    break;
                case LiveFrame.Pong:
                    _pong.TrySetResult();
                    break;
                case LiveFrame.Ping ping:
                    await SendAsync("3" + ping.Data, either.Token);
                    break;
                case LiveFrame.Closed:
                    EndReason = "The server closed the connection.";
                    return null;
                case not LiveFrame.Nothing:
                    return frame;
            }
        }

        return null;
    }

    /// <summary>Leaves the namespace, as a client that goes in peace does; whoever reads comes to the end.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        IsLeft = true;
        try
        {
            await SendAsync(LiveFrame.Leave, cancellationToken);
        }
        catch (Exception problem) when (IsEnd(problem))
        {
            // It broke meanwhile, which comes to the same.
        }

        await _end.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _beating;
        _wire.Dispose();
        _sending.Dispose();
        _end.Dispose();
    }

    private async Task BeatAsync(LiveFrame.Opened opened)
    {
        var interval = Shorter(opened.PingInterval, options.MaxPingInterval);
        var patience = Shorter(opened.PingTimeout, LongestWaitForPong);
        try
        {
            while (true)
            {
                await Task.Delay(interval, clock, _end.Token);
                _pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await SendAsync("2", _end.Token);
                await _pong.Task.WaitAsync(patience, clock, _end.Token);
            }
        }
        catch (TimeoutException)
        {
            EndReason = "No answer to a ping.";
            await _end.CancelAsync();
        }
        catch (Exception problem) when (IsEnd(problem))
        {
            // Whoever reads learns of it.
        }
    }

    private async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await _wire.ReceiveAsync(text.GetMemory(4096), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || text.WrittenCount + part.Count > LargestFrame)
                return null;
            text.Advance(part.Count);
            if (part.EndOfMessage)
                return part.MessageType == WebSocketMessageType.Text ? Encoding.UTF8.GetString(text.WrittenSpan) : "";
        }
    }

    /// <summary>What a connection may end with.</summary>
    public static bool IsEnd(Exception problem) =>
        problem is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException
            or InvalidOperationException or HttpRequestException;

    private static TimeSpan Shorter(TimeSpan? one, TimeSpan other) => one is { } it && it < other ? it : other;
}

/// <summary>Where the socket is, with token and its kind in the query [wire 5.1]: the API has no other way to be told.</summary>
internal sealed class LiveAddress(Uri socketUrl)
{
    public Uri For(string token, TokenKind kind)
    {
        var address = new UriBuilder(socketUrl)
        {
            Scheme = socketUrl.Scheme is "https" or "wss" ? "wss" : "ws",
            Path = "/socket.io/",
            Query = $"token={Uri.EscapeDataString(token)}&tokenType={TypeOf(kind)}&EIO=3&transport=websocket",
        };
        return address.Uri;
    }

    /// <summary>jwt and oauth [docs D/guides/socketio]; for the others, past the cut of the docs, the word of the header [guess].</summary>
    private static string TypeOf(TokenKind kind) => kind == TokenKind.OAuth ? "oauth" : kind.Scheme();
}
