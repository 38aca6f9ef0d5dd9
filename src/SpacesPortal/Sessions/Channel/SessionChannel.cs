using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace SpacesPortal.Sessions;

/// <summary>One open page of a session: a socket for what the page cannot know. No message holds a secret.</summary>
internal sealed class SessionChannel(WebSocket socket, TimeProvider clock)
{
    // RFC 6455 section 7.1.1: the server waits for the page's close frame; cutting the connection at once would lose messages in flight.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    // A page that does not read this many messages is gone, or will send a request.
    private readonly Channel<ChannelMessage> _messages = Channel.CreateBounded<ChannelMessage>(
        new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Send(ChannelMessage message) => _messages.Writer.TryWrite(message);

    /// <summary>Closes once the pending messages have been sent.</summary>
    public void Complete() => _messages.Writer.TryComplete();

    /// <summary>Runs until the page or the server closes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = ReceiveAsync(ended.Token);
        var sending = SendAsync(ended.Token);
        if (await Task.WhenAny(receiving, sending) == sending)
            await Task.WhenAny(receiving, Task.Delay(CloseTimeout, clock, ended.Token));
        await ended.CancelAsync();
        await Task.WhenAll(receiving, sending);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync(cancellationToken))
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(message, ChannelMessageJson.Default.ChannelMessage);
                await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page has left.
        }
    }

    // Pages send nothing; reading is how their close is noticed (RFC 6455 section 5.5.1).
    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
                // Ignored.
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page has left without a close frame.
        }
    }
}
