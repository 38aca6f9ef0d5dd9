using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Refit;

public interface IHttpContentSerializer
{
    HttpContent ToHttpContent<T>(T item);

    Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default);

    string? GetFieldNameForProperty(PropertyInfo propertyInfo);
}

public sealed class SystemTextJsonContentSerializer(JsonSerializerOptions jsonSerializerOptions) : IHttpContentSerializer
{
    public SystemTextJsonContentSerializer()
        : this(GetDefaultJsonSerializerOptions())
    {
    }

    public HttpContent ToHttpContent<T>(T item) => Metadata<T>() is { } metadata
        ? JsonContent.Create(item, metadata)
        : JsonContent.Create(item, options: jsonSerializerOptions);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) => Metadata<T>() is { } metadata
        ? content.ReadFromJsonAsync(metadata, cancellationToken)
        : content.ReadFromJsonAsync<T>(jsonSerializerOptions, cancellationToken);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo)
    {
        ArgumentNullException.ThrowIfNull(propertyInfo);
        return propertyInfo.GetCustomAttribute<JsonPropertyNameAttribute>(inherit: true)?.Name;
    }

    public static JsonSerializerOptions GetDefaultJsonSerializerOptions() => new()
    {
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new ObjectToInferredTypesConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // Source-generated options answer for the types they know and throw NotSupportedException for all others, as the real ones do.
    private JsonTypeInfo<T>? Metadata<T>() =>
        jsonSerializerOptions.TypeInfoResolver is null ? null : jsonSerializerOptions.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>;
}
