using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>Listens in on one browser: what is secret in its traffic, and all that a script in its pages could read.</summary>
internal sealed class Wiretap
{
    private static readonly string[] Parameters = ["code", "state", "code_challenge"];

    /// <summary>Playwright waits for ever for a body that the browser dropped when it left the page.</summary>
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(15);

    private readonly Visit _visit;
    private readonly ConcurrentDictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Where, string Text)> _heard = new();
    private readonly ConcurrentQueue<Task> _bodies = new();

    public Wiretap(Visit visit)
    {
        _visit = visit;
        visit.Context.Request += (_, request) => KeepParameters(new Uri(request.Url));
        visit.Context.Response += (_, response) => _bodies.Enqueue(HearBodyAsync(response));
        visit.Page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => Hear($"a frame from {new Uri(socket.Url).AbsolutePath}", frame);
            socket.FrameSent += (_, frame) => Hear($"a frame to {new Uri(socket.Url).AbsolutePath}", frame);
        };
    }

    /// <summary>The secrets and what each is, in the order in which a reader would look for them.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public int Frames { get; private set; }

    public int Bodies { get; private set; }

    public void Keep(string what, string? secret) => _ = secret is not null && _secrets.TryAdd(secret, what);

    public void Hear(string where, string text) => _heard.Enqueue((where, text));

    /// <summary>Call it on each page before leaving it: its storages and cookies are this page's.</summary>
    public async Task ReadPageAsync()
    {
        Hear($"the address of {_visit.At}", _visit.Page.Url);
        Hear($"what scripts see on {_visit.At}", await _visit.Page.EvaluateAsync<string>("""
            () => document.documentElement.outerHTML + document.cookie
                + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + JSON.stringify(history.state)
            """));
        foreach (var cookie in await _visit.Context.CookiesAsync([_visit.World.Portal.AbsoluteUri]))
        {
            if (cookie.HttpOnly)
                Keep($"cookie {cookie.Name}", cookie.Value);
        }
    }

    /// <summary>Each place that tells a secret, as "secret in place".</summary>
    public async Task<IReadOnlyList<string>> LeaksAsync()
    {
        while (_bodies.TryDequeue(out var body))
            await body;

        return
        [
            .. from said in _heard from secret in _secrets where said.Text.Contains(
                secret.Key, StringComparison.Ordinal) select $"{secret.Value} in {said.Where}",
        ];
    }

    private async Task HearBodyAsync(IResponse answer)
    {
        // A redirect has no body to read, and Playwright no way to ask for it.
        if (!answer.Url.StartsWith(_visit.World.Portal.AbsoluteUri, StringComparison.Ordinal) || answer.Status is >= 300 and < 400)
            return;

        try
        {
            Hear(
                $"the body of {new Uri(answer.Url).AbsolutePath}",
                Encoding.Latin1.GetString(await answer.BodyAsync().WaitAsync(BodyLimit)));
            Bodies++;
        }
        catch (Exception left) when (left is PlaywrightException or TimeoutException)
        {
            // The browser went on to another page and let go of it. The test counts the others.
        }
    }

    private void Hear(string where, IWebSocketFrame frame)
    {
        Frames++;
        Hear(where, frame.Text ?? Encoding.Latin1.GetString(frame.Binary!));
    }

    private void KeepParameters(Uri address)
    {
        foreach (var (name, values) in QueryHelpers.ParseQuery(address.Query))
        {
            if (Parameters.Contains(name))
                Keep(name, values.ToString());
        }
    }
}
