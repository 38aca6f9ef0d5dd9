using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Refit;

/// <summary>What the server answered, when that was not a success or could not be read. A call that got no answer
/// at all throws what HttpClient threw: wrapping it came with Refit 11.</summary>
public class ApiException : Exception
{
    protected ApiException(
        HttpRequestMessage message, HttpMethod httpMethod, string? content, HttpStatusCode statusCode, string? reasonPhrase,
        HttpResponseHeaders headers, RefitSettings refitSettings, Exception? innerException = null)
        : this(StatusMessage(statusCode, reasonPhrase), message, httpMethod, content, statusCode, reasonPhrase, headers, refitSettings,
               innerException)
    {
    }

    protected ApiException(
        string exceptionMessage, HttpRequestMessage message, HttpMethod httpMethod, string? content, HttpStatusCode statusCode,
        string? reasonPhrase, HttpResponseHeaders headers, RefitSettings refitSettings, Exception? innerException = null)
        : base(exceptionMessage, innerException)
    {
        RequestMessage = message;
        HttpMethod = httpMethod;
        Content = content;
        StatusCode = statusCode;
        ReasonPhrase = reasonPhrase;
        Headers = headers;
        RefitSettings = refitSettings;
    }

    public HttpStatusCode StatusCode { get; }

    public string? ReasonPhrase { get; }

    public HttpResponseHeaders Headers { get; }

    public HttpMethod HttpMethod { get; }

    public Uri? Uri => RequestMessage.RequestUri;

    public HttpRequestMessage RequestMessage { get; }

    public HttpContentHeaders? ContentHeaders { get; private set; }

    public string? Content { get; private set; }

    [MemberNotNullWhen(true, nameof(Content))]
    public bool HasContent => !string.IsNullOrWhiteSpace(Content);

    public RefitSettings RefitSettings { get; }

    public async Task<T?> GetContentAsAsync<T>()
    {
        if (!HasContent)
            return default;
        using var content = new StringContent(Content);
        return await RefitSettings.ContentSerializer.FromHttpContentAsync<T>(content);
    }

    public static Task<ApiException> Create(
        HttpRequestMessage message, HttpMethod httpMethod, HttpResponseMessage response, RefitSettings refitSettings,
        Exception? innerException = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.IsSuccessStatusCode
            ? throw new ArgumentException("A successful answer is no failure.", nameof(response))
            : Create(StatusMessage(response.StatusCode, response.ReasonPhrase), message, httpMethod, response, refitSettings, innerException);
    }

    public static async Task<ApiException> Create(
        string exceptionMessage, HttpRequestMessage message, HttpMethod httpMethod, HttpResponseMessage response,
        RefitSettings refitSettings, Exception? innerException = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        var failure = new ApiException(
            exceptionMessage, message, httpMethod, content: null, response.StatusCode, response.ReasonPhrase, response.Headers, refitSettings,
            innerException);
        return await failure.ReadAsync(response.Content);
    }

    private async Task<ApiException> ReadAsync(HttpContent body)
    {
        ContentHeaders = body.Headers;
        try
        {
            Content = await body.ReadAsStringAsync();
            var problem = string.Equals(body.Headers.ContentType?.MediaType, "application/problem+json", StringComparison.Ordinal);
            var told = problem ? ValidationApiException.Create(this) : this;
            body.Dispose();
            return told;
        }
#pragma warning disable CA1031 // The failure being told must not be replaced by one about reading its body.
        catch (Exception)
#pragma warning restore CA1031
        {
            return this;
        }
    }

    private static string StatusMessage(HttpStatusCode status, string? reason) =>
        $"Response status code does not indicate success: {(int)status} ({reason}).";
}
