using Microsoft.Extensions.Logging.Testing;

namespace SpacesPortal.Testing;

/// <summary>What was logged, as the most talkative of logs would show it: with values, scopes and exceptions.</summary>
internal static class LogLines
{
    public static IReadOnlyList<string> Lines(this FakeLogCollector log) => [.. log.GetSnapshot().Select(Line)];

    private static string Line(FakeLogRecord it) =>
        $"{it.Level} {it.Category} {it.Id} {it.Message} {string.Join(' ', it.StructuredState ?? [])} "
        + $"{string.Join(' ', it.Scopes)} {it.Exception}";
}
