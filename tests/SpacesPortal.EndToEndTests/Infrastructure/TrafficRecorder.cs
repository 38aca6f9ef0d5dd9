using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>Records the traffic of one browser and what scripts in its pages can read, to find secrets in it.</summary>
internal sealed class TrafficRecorder
{
    private static readonly string[] Parameters = ["code", "state", "code_challenge"];

    /// <summary>Without it, Playwright waits forever for a body that the browser dropped when it left the page.</summary>
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(15);

    private readonly BrowserUser _user;
    private readonly ConcurrentDictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Where, string Text)> _records = new();
    private readonly ConcurrentQueue<Task> _bodies = new();

    public TrafficRecorder(BrowserUser user)
    {
        _user = user;
        user.Context.Request += (_, request) => AddParameters(new Uri(request.Url));
        user.Context.Response += (_, response) => _bodies.Enqueue(RecordBodyAsync(response));
        user.Page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => Record($"a frame from {new Uri(socket.Url).AbsolutePath}", frame);
            socket.FrameSent += (_, frame) => Record($"a frame to {new Uri(socket.Url).AbsolutePath}", frame);
        };
    }

    /// <summary>Each secret, and what it is.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public int Frames { get; private set; }

    public int Bodies { get; private set; }

    public void AddSecret(string what, string? secret) => _ = secret is not null && _secrets.TryAdd(secret, what);

    public void Record(string where, string text) => _records.Enqueue((where, text));

    /// <summary>Call it on each page before leaving it: storage and cookies are read as they are on that page.</summary>
    public async Task RecordPageAsync()
    {
        Record($"the address of {_user.At}", _user.Page.Url);
        Record($"what scripts see on {_user.At}", await _user.Page.EvaluateAsync<string>("""
            () => document.documentElement.outerHTML + document.cookie
                + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + JSON.stringify(history.state)
            """));
        foreach (var cookie in await _user.Context.CookiesAsync([_user.Portal.Address.AbsoluteUri]))
        {
            if (cookie.HttpOnly)
                AddSecret($"cookie {cookie.Name}", cookie.Value);
        }
    }

    /// <summary>Each record that contains a secret, as "secret in record".</summary>
    public async Task<IReadOnlyList<string>> FindLeaksAsync()
    {
        while (_bodies.TryDequeue(out var body))
            await body;

        return
        [
            .. from record in _records
               from secret in _secrets
               where record.Text.Contains(secret.Key, StringComparison.Ordinal)
               select $"{secret.Value} in {record.Where}",
        ];
    }

    private async Task RecordBodyAsync(IResponse response)
    {
        // A redirect has no body.
        if (!response.Url.StartsWith(_user.Portal.Address.AbsoluteUri, StringComparison.Ordinal) || response.Status is >= 300 and < 400)
            return;

        try
        {
            Record(
                $"the body of {new Uri(response.Url).AbsolutePath}",
                Encoding.Latin1.GetString(await response.BodyAsync().WaitAsync(BodyLimit)));
            Bodies++;
        }
        catch (Exception dropped) when (dropped is PlaywrightException or TimeoutException)
        {
            // The browser left the page and dropped the body. The test counts the others.
        }
    }

    private void Record(string where, IWebSocketFrame frame)
    {
        Frames++;
        Record(where, frame.Text ?? Encoding.Latin1.GetString(frame.Binary!));
    }

    private void AddParameters(Uri address)
    {
        foreach (var (name, values) in QueryHelpers.ParseQuery(address.Query))
        {
            if (Parameters.Contains(name))
                AddSecret(name, values.ToString());
        }
    }
}
