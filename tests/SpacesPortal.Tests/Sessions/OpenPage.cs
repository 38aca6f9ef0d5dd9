using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpacesPortal.Tests.Sessions;

/// <summary>A page that is open in somebody's browser: does what wwwroot/session.js does.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly Visitor _visitor;
    private readonly string _mark;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closed = new();
    private Task _listening = Task.CompletedTask;

    private OpenPage(Visitor visitor, string mark) => (_visitor, _mark) = (visitor, mark);

    /// <summary>The words heard, but for those that were obeyed.</summary>
    public TaskCompletionSource<string> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<OpenPage> OpenAsync(Visitor visitor)
    {
        var html = await (await visitor.GetAsync("/profile")).Content.ReadAsStringAsync();
        return await OpenAsync(visitor, MarkIn(html));
    }

    /// <summary>As a page does that was loaded before and connects again.</summary>
    public static async Task<OpenPage> OpenAsync(Visitor visitor, string mark)
    {
        var page = new OpenPage(visitor, mark);
        page._socket.Options.Cookies = visitor.Cookies;
        await page._socket.ConnectAsync(
            new UriBuilder(visitor.Portal) { Scheme = "ws", Path = "/session/channel", Query = $"session={page._mark}" }.Uri,
            TestContext.Current.CancellationToken);
        page._listening = page.ListenAsync();
        return page;
    }

    public static string MarkIn(string html) =>
        Regex.Match(html, "<meta name=\"session\" content=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string? mark = null)
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
                var word = JsonElement.Parse(buffer.AsSpan(0, count));
                if (word.GetProperty("say").GetString() is var said && said == "renew")
                    await AskAsync(HttpMethod.Post, $"/session/renew?spent={word.GetProperty("spent").GetInt32()}");
                else
                    Told.TrySetResult(word.TryGetProperty("reason", out var reason) ? $"{said} {reason}" : said!);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // Closed.
        }
    }
}
