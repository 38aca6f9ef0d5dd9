using System.Net.Http.Headers;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Finds the reader for what a caller shows.</summary>
internal sealed class Callers(IEnumerable<ICallerReader> readers)
{
    private static readonly CallerReading.Refused Nobody = new("authentication.required", "Please sign in.");

    private readonly Dictionary<string, ICallerReader> _readers = readers.ToDictionary(it => it.Scheme, StringComparer.OrdinalIgnoreCase);

    public ValueTask<CallerReading> ReadAsync(string? authorization, CancellationToken cancellationToken) =>
        AuthenticationHeaderValue.TryParse(authorization, out var header) && !string.IsNullOrEmpty(header.Parameter)
            ? ReadAsync(header.Scheme, header.Parameter, cancellationToken)
            : ValueTask.FromResult<CallerReading>(Nobody);

    /// <summary>For the socket, where scheme and credential come apart.</summary>
    public ValueTask<CallerReading> ReadAsync(string scheme, string credential, CancellationToken cancellationToken) =>
        _readers.TryGetValue(scheme, out var reader)
            ? reader.ReadAsync(credential, cancellationToken)
            : ValueTask.FromResult<CallerReading>(Nobody);
}
