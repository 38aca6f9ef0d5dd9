using System.Net.WebSockets;
using System.Text.Json;

namespace SpacesPortal.Tests.Sessions;

/// <summary>A page that is open in a browser: it does what wwwroot/session.js does.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly Visitor _visitor;
    private readonly string _mark;
    private readonly ClientWebSocket _socket;
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource<string> _message = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;

    private OpenPage(Visitor visitor, string mark, ClientWebSocket socket)
    {
        _visitor = visitor;
        _mark = mark;
        _socket = socket;
        _listening = ListenAsync();
    }

    /// <summary>The first message other than "renew", with its reason.</summary>
    public Task<string> Message => _message.Task.WaitAsync(TestContext.Current.CancellationToken);

    public static async Task<OpenPage> OpenAsync(Visitor visitor) => await OpenAsync(visitor, await PageChannel.GetMarkAsync(visitor));

    /// <summary>As a page that was loaded before and connects again.</summary>
    public static async Task<OpenPage> OpenAsync(Visitor visitor, string mark) =>
        new(visitor, mark, await PageChannel.ConnectAsync(
            visitor.Address, visitor.Cookies, mark, TestContext.Current.CancellationToken));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? mark = null)
    {
        using var request = new HttpRequestMessage(method, address) { Headers = { { "X-Spaces-Session", mark ?? _mark } } };
        return await _visitor.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _listening;
        _socket.Dispose();
        _closed.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[256];
        try
        {
            while (await _socket.ReceiveAsync(buffer, _closed.Token) is { MessageType: WebSocketMessageType.Text, Count: var count })
            {
                var message = JsonElement.Parse(buffer.AsSpan(0, count));
                var type = message.GetProperty("say").GetString()!;
                if (type == "renew")
                    await SendAsync(HttpMethod.Post, $"/session/renew?spent={message.GetProperty("spent").GetInt32()}");
                else
                    _message.TrySetResult(message.TryGetProperty("reason", out var reason) ? $"{type} {reason}" : type);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or WebSocketException)
        {
            // By the test or by the portal.
        }
    }
}
