using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace AvayaCloud.Identity;

/// <summary>Sends all requests to the provider: no redirects, no cookies, no trace headers, and limits for the size and time of the
/// response. A network failure is a response without a body, not an exception.</summary>
internal sealed class ProviderBackchannel(HttpMessageHandler handler, TimeProvider clock) : IDisposable
{
    private const int MaxResponseBytes = 256 * 1024;

    // Longer than the slowest provider that the session engine must survive (20 s).
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    // RFC 8259 section 4 leaves duplicate names open; a contradictory response is rejected.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private readonly HttpClient _client =
        new(handler, disposeHandler: true) { Timeout = TimeLimit, MaxResponseContentBufferSize = MaxResponseBytes };

    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    public async Task<ProviderResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var body = await ReadJsonAsync(response, cancellationToken);
            var mediaType = response.Content.Headers.ContentType?.MediaType;
            return new ProviderResponse(response.StatusCode, body, FindRetryAt(response), MediaType: mediaType);
        }
        catch (HttpRequestException error)
        {
            return ProviderResponse.Failed(error.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ProviderResponse.Failed("no response in time");
        }
    }

    public void Dispose() => _client.Dispose();

    // The content type is ignored: gateways relabel responses.
    private static async Task<JsonElement?> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
            return json.RootElement.Clone();
        }
        // A lone surrogate in a member's name throws InvalidOperationException; it is not valid Unicode (RFC 8259 section 8.2).
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // RFC 9110 section 10.2.3: seconds or a date.
    private DateTimeOffset? FindRetryAt(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => clock.GetUtcNow() + delay,
        { Date: { } date } => date,
        _ => null,
    };
}

/// <summary>A response of the provider.</summary>
/// <param name="Status">Null when there was no response.</param>
/// <param name="Body">Null when it was not JSON.</param>
/// <param name="RetryAt">From Retry-After.</param>
/// <param name="Failure">Why there was no response, for the log.</param>
/// <param name="MediaType">For the log.</param>
internal sealed record ProviderResponse(
    HttpStatusCode? Status, JsonElement? Body, DateTimeOffset? RetryAt, string Failure = "", string? MediaType = null)
{
    public bool IsSuccess => Status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;

    public static ProviderResponse Failed(string failure) => new(Status: null, Body: null, RetryAt: null, failure);

    // Without the body, which may hold tokens. A media type has no room for secrets (RFC 9110 section 8.3.1); the expected one is left out.
    public override string ToString() => this switch
    {
        { Status: null } => Failure,
        { MediaType: null or "application/json" or { Length: > 60 } } => $"status {(int)Status}",
        _ => $"status {(int)Status}, {MediaType}",
    };
}

/// <summary>Optional members. One of an unexpected type counts as absent.</summary>
internal static class JsonElementExtensions
{
    public static string? FindString(this JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate is not text (RFC 8259 section 8.2).
            return null;
        }
    }

    public static JsonElement? FindObject(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>Whether the member is present and not null.</summary>
    public static bool HasValue(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}
