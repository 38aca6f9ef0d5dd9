using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace SpacesPortal.Sessions;

/// <summary>One open page of a session: a socket by which the server says what the page cannot know. Nothing secret is ever said.</summary>
internal sealed class SessionChannel(WebSocket socket, TimeProvider clock)
{
    // RFC 6455 section 7.1.1: who closes waits for the other's close; cutting the line at once would lose the words before it.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);


    // A page that does not listen for so many words is gone, or will ask.
    private readonly Channel<ChannelMessage> _words = System.Threading.Channels.Channel.CreateBounded<ChannelMessage>(
        new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Say(ChannelMessage word) => _words.Writer.TryWrite(word);

    /// <summary>After the words that were said.</summary>
    public void Close() => _words.Writer.TryComplete();

    /// <summary>Until the page or the server closes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = ListenAsync(over.Token);
        var speaking = SpeakAsync(over.Token);
        if (await Task.WhenAny(listening, speaking) == speaking)
            await Task.WhenAny(listening, Task.Delay(Farewell, clock, over.Token));
        await over.CancelAsync();
        await Task.WhenAll(listening, speaking);
    }

    private async Task SpeakAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var word in _words.Reader.ReadAllAsync(cancellationToken))
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(word, ChannelMessageJson.Default.ChannelMessage);
                await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The page has left.
        }
    }

    // A page says nothing; reading is how its leaving is noticed (RFC 6455 section 5.5.1).
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var nothing = new byte[64];
        try
        {
            while ((await socket.ReceiveAsync(nothing.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
                // Ignored.
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The page has left without a word.
        }
    }
}
