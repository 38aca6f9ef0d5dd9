using System.Text.Json;
using System.Text.Json.Serialization;

namespace Refit;

/// <summary>An <see cref="ApiException"/> whose body is a problem (RFC 7807).</summary>
public class ValidationApiException : ApiException
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new ObjectToInferredTypesConverter() },
    };

    private ValidationApiException(ApiException told)
        : base(told.RequestMessage, told.HttpMethod, told.Content, told.StatusCode, told.ReasonPhrase, told.Headers, told.RefitSettings)
    {
    }

    public new ProblemDetails? Content { get; private set; }

    public static ValidationApiException Create(ApiException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.HasContent
            ? new ValidationApiException(exception) { Content = JsonSerializer.Deserialize<ProblemDetails>(exception.Content, Json) }
            : throw new ArgumentException("A problem needs a body.", nameof(exception));
    }
}

public class ProblemDetails
{
    public Dictionary<string, string[]> Errors { get; set; } = [];

    [JsonExtensionData]
    public IDictionary<string, object> Extensions { get; set; } = new Dictionary<string, object>(StringComparer.Ordinal);

    public string? Type { get; set; } = "about:blank";

    public string? Title { get; set; }

    public int Status { get; set; }

    public string? Detail { get; set; }

    public string? Instance { get; set; }
}
