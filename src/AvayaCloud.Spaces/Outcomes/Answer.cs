using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace AvayaCloud.Spaces;

/// <summary>An answer of the API, read, with what an outcome is made of. Refit's exceptions end here: they carry the token.</summary>
internal sealed record Answer<T>(HttpStatusCode Status, TimeSpan? RetryAfter, T? Value, string? Refusal)
    where T : class
{
    public static async Task<Answer<T>> OfAsync(Task<IApiResponse<T>> call, TimeProvider clock)
    {
        using var response = await call;
        return new Answer<T>(
            response.StatusCode!.Value,
            AvayaCloud.Spaces.RetryAfter.From(response.Headers!, clock),
            response.IsSuccessful ? response.Content : null,
            response.HasResponseError(out var refusal) ? refusal.Content : null);
    }

    public static async Task<Answer<T>> OfAsync(
        Task<HttpResponseMessage> call, JsonTypeInfo<T> type, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var response = await call;
        return new Answer<T>(
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
