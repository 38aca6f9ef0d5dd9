using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace AvayaCloud.Spaces;

/// <summary>An answer of the API, read, with what an outcome is made of. Refit's exceptions end here: they carry the token.</summary>
internal sealed record ResponseData<T>(HttpStatusCode Status, TimeSpan? RetryAfter, T? Value, string? Refusal)
    where T : class
{
    public static async Task<ResponseData<T>> OfAsync(Task<IApiResponse<T>> call, TimeProvider clock)
    {
        using var response = await call;
        return new ResponseData<T>(
            response.StatusCode!.Value,
            AvayaCloud.Spaces.RetryAfter.From(response.Headers!, clock),
            response.IsSuccessful ? response.Content : null,
            response.HasResponseError(out var refusal) ? refusal.Content : null);
    }

    public static async Task<ResponseData<T>> OfAsync(
        Task<HttpResponseMessage> call, JsonTypeInfo<T> type, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var response = await call;
        return new ResponseData<T>(
            response.StatusCode,
            AvayaCloud.Spaces.RetryAfter.From(response.Headers, clock),
            response.IsSuccessStatusCode ? await ReadAsync(response.Content, type, cancellationToken) : null,
            response.IsSuccessStatusCode ? null : await response.Content.ReadAsStringAsync(cancellationToken));
    }

    private static async Task<T?> ReadAsync(HttpContent content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
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

/// <summary>An answer of which only one thing is known: that it is JSON, if it is anything.</summary>
internal static class NoContentResponse
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    public static ResponseData<NoContent> Of(ResponseData<string> answer) => new(
        answer.Status, answer.RetryAfter, (int)answer.Status is >= 200 and < 300 && IsJsonOrNothing(answer.Value)
            ? NoContent.Value
            : null, answer.Refusal);

    private static bool IsJsonOrNothing(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        try
        {
            using var json = JsonDocument.Parse(text, Shallow);
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
    /// <summary>Seconds or a date (RFC 9110 section 10.2.3) as the time from now; null when absent or unreadable.</summary>
    public static TimeSpan? From(HttpResponseHeaders headers, TimeProvider clock) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
