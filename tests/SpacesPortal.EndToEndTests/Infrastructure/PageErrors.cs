using System.Collections.Concurrent;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>
/// Collects what no page may cause: console errors, script errors, dialogs, and violations of the content security policy.
/// </summary>
internal sealed class PageErrors
{
    // Chromium writes most violations to the console, but not every kind.
    private const string ReportViolations = "addEventListener('securitypolicyviolation', e => console.error(`policy breach: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));";

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentDictionary<string, bool> _opened = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _errors;

    public void Clear() => _errors.Clear();

    public async Task WatchAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(ReportViolations);
        context.Request += (_, request) => _ = request.IsNavigationRequest && _opened.TryAdd(request.Url, true);
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsOwnStatus(message))
                _errors.Enqueue($"{message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => _errors.Enqueue($"{error.Page?.Url}: {error.Error}");
        context.Dialog += async (_, dialog) =>
        {
            _errors.Enqueue($"{dialog.Page?.Url}: dialog “{dialog.Message}”");
            await dialog.DismissAsync();
        };
    }

    // The status of the page itself, such as 404, is not an error of the page; that of anything it loads is. A location ends with line
    // and column.
    private bool IsOwnStatus(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
            && _opened.Keys.Any(
                address => message.Location == address || message.Location.StartsWith($"{address}:", StringComparison.Ordinal));
}
