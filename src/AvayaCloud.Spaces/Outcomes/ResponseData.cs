using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace AvayaCloud.Spaces;

/// <summary>The parts of a response that an outcome is made of. Refit's exceptions end here, because they contain the token.</summary>
internal sealed record ResponseData<T>(HttpStatusCode Status, TimeSpan? RetryAfter, T? Value, string? ErrorBody = null)
    where T : class
{
    public static async Task<ResponseData<T>> ReadAsync(Task<IApiResponse<T>> call, TimeProvider clock)
    {
        using var response = await call;
        return new ResponseData<T>(
            response.StatusCode!.Value,
            AvayaCloud.Spaces.RetryAfter.Get(response.Headers!, clock),
            response.IsSuccessful ? response.Content : null,
            response.HasResponseError(out var error) ? error.Content : null);
    }

    public static async Task<ResponseData<T>> ReadAsync(
        Task<HttpResponseMessage> call, JsonTypeInfo<T> type, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var response = await call;
        var retryAfter = AvayaCloud.Spaces.RetryAfter.Get(response.Headers, clock);
        if (response.IsSuccessStatusCode)
        {
            var value = await DeserializeAsync(response.Content, type, cancellationToken);
            return new ResponseData<T>(response.StatusCode, retryAfter, value);
        }

        var error = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ResponseData<T>(response.StatusCode, retryAfter, Value: null, error);
    }

    private static async Task<T?> DeserializeAsync(HttpContent content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadFromJsonAsync(type, cancellationToken);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A response of which only one thing is known: a body, if there is one, is JSON.</summary>
internal static class NoContentResponse
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    public static ResponseData<NoContent> From(ResponseData<string> response)
    {
        var isValid = (int)response.Status is >= 200 and < 300 && IsJsonOrEmpty(response.Value);
        return new ResponseData<NoContent>(
            response.Status, response.RetryAfter, isValid ? NoContent.Value : null, response.ErrorBody);
    }

    private static bool IsJsonOrEmpty(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        try
        {
            using var json = JsonDocument.Parse(text, Limits);
            return json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

internal static class RetryAfter
{
    /// <summary>Seconds or a date (RFC 9110 section 10.2.3), as the time from now; null when it is absent or invalid.</summary>
    public static TimeSpan? Get(HttpResponseHeaders headers, TimeProvider clock) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
