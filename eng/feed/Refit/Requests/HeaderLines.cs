using System.Net.Http.Headers;
using System.Reflection;

namespace Refit;

/// <summary>The static headers of a method: those of its interface, replaced by its own, replaced by arguments; null removes.</summary>
internal sealed class HeaderLines(IReadOnlyDictionary<string, string?> lines)
{
    public static HeaderLines Of(MethodInfo method)
    {
        var type = method.DeclaringType!;
        var inherited = type.GetInterfaces().SelectMany(parent => parent.GetCustomAttributes<HeadersAttribute>()).Reverse();
        var lines = new Dictionary<string, string?>();
        foreach (var line in inherited
                     .Concat(type.GetCustomAttributes<HeadersAttribute>())
                     .Concat(method.GetCustomAttributes<HeadersAttribute>())
                     .SelectMany(attribute => attribute.Headers)
                     .Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lines[(colon < 0 ? line : line[..colon]).Trim()] = colon < 0 ? null : line[(colon + 1)..].Trim();
        }

        return new HeaderLines(lines);
    }

    public void Write(HttpRequestMessage request, IReadOnlyDictionary<string, string?> arguments)
    {
        var all = new Dictionary<string, string?>(lines);
        foreach (var (name, value) in arguments)
            all[name] = value;
        if (all.Count == 0)
            return;

        // Content headers need a content to stand on, where the verb may have one.
        if (request.Content is null && request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            request.Content = new ByteArrayContent([]);
        foreach (var (name, value) in all)
            Write(request, name, value);
    }

    private static void Write(HttpRequestMessage request, string name, string? value)
    {
        if (Has(request.Headers, name))
            request.Headers.Remove(name);
        if (request.Content is { } content && Has(content.Headers, name))
            content.Headers.Remove(name);
        if (value is null)
            return;

        var (safeName, safeValue) = (OneLine(name), OneLine(value));
        if (!request.Headers.TryAddWithoutValidation(safeName, safeValue))
            request.Content?.Headers.TryAddWithoutValidation(safeName, safeValue);
    }

    private static bool Has(HttpHeaders headers, string name) =>
        headers.NonValidated.Any(header => string.Equals(header.Key, name, StringComparison.Ordinal));

    // A line break would let a value add headers of its own.
    private static string OneLine(string text) =>
        text.Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal);
}
