using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace AvayaCloud.Identity;

/// <summary>
/// The one way from here to the provider's endpoints: no redirect followed, no cookie kept, no trace header sent, a bounded answer read
/// within a bounded time. What is thrown below ends here as an answer without a body.
/// </summary>
internal sealed class ProviderBackchannel(HttpMessageHandler handler, TimeProvider clock) : IDisposable
{
    // Longer than the slowest provider that the session engine promises to survive (20 s).
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);
    private const int MaxAnswerBytes = 256 * 1024;

    // RFC 8259 leaves duplicate names open; an answer that says two things is not believed.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private readonly HttpClient _client =
        new(handler, disposeHandler: true) { Timeout = TimeLimit, MaxResponseContentBufferSize = MaxAnswerBytes };

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
            return new ProviderResponse(response.StatusCode, await ReadJsonAsync(response, cancellationToken), RetryAt(response))
            {
                MediaType = response.Content.Headers.ContentType?.MediaType,
            };
        }
        catch (HttpRequestException failure)
        {
            return ProviderResponse.None(failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ProviderResponse.None("no answer in time");
        }
    }

    public void Dispose() => _client.Dispose();

    // Whatever the content type calls it: gateways relabel answers, and JSON under another name is JSON still.
    private static async Task<JsonElement?> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
            return json.RootElement.Clone();
        }
        // The second is what a lone surrogate in a member's name throws, which is no valid Unicode (RFC 8259 section 8.2).
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // RFC 9110 section 10.2.3: seconds or a date.
    private DateTimeOffset? RetryAt(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => clock.GetUtcNow() + seconds,
        { Date: { } date } => date,
        _ => null,
    };
}

/// <summary>
/// What came back. <paramref name="Status"/> is null when nothing did; <paramref name="Failure"/> says why, without any of the text sent.
/// </summary>
internal sealed record ProviderResponse(HttpStatusCode? Status, JsonElement? Body, DateTimeOffset? RetryAt, string Failure = "")
{
    public static ProviderResponse None(string failure) => new(null, null, null, failure);

    /// <summary>What the answer calls itself, for the log.</summary>
    public string? MediaType { get; init; }

    public bool IsSuccess => Status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;

    // The body may hold tokens. A media type is made of letters, digits and marks (RFC 9110 section 8.3.1), and the usual one is not worth
    // a word.
    public override string ToString() => this switch
    {
        { Status: null } => Failure,
        { MediaType: null or "application/json" or { Length: > 60 } } => $"status {(int)Status}",
        _ => $"status {(int)Status}, {MediaType}",
    };
}
