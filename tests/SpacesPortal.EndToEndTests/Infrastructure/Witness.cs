using System.Collections.Concurrent;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>
/// Sees what no page of the portal may cause: errors in the console, scripts that fail, dialogs, breaches of the content policy.
/// </summary>
internal sealed class Witness
{
    // Chromium writes a breach to the console as well, but not every kind of it.
    private const string TellBreaches = "addEventListener('securitypolicyviolation', e => console.error(`policy breach: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));";

    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ConcurrentDictionary<string, bool> _opened = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Seen => _seen;

    public void Forget() => _seen.Clear();

    public async Task WatchAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(TellBreaches);
        context.Request += (_, request) => _ = request.IsNavigationRequest && _opened.TryAdd(request.Url, true);
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsOwnStatus(message))
                _seen.Enqueue($"{message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => _seen.Enqueue($"{error.Page?.Url}: {error.Error}");
        context.Dialog += async (_, dialog) =>
        {
            _seen.Enqueue($"{dialog.Page?.Url}: dialog “{dialog.Message}”");
            await dialog.DismissAsync();
        };
    }

    // The status of the page itself, such as 404, is no fault of the page; that of anything it loads is. A location ends with line and
    // column.
    private bool IsOwnStatus(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
            && _opened.Keys.Any(
                address => message.Location == address || message.Location.StartsWith($"{address}:", StringComparison.Ordinal));
}
