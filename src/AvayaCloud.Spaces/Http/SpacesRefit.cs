using System.Reflection;

namespace AvayaCloud.Spaces;

/// <summary>The clients that Refit generates of our interfaces, at compile time. A scope's client costs one object.</summary>
internal static class SpacesRefit
{
    private static readonly RefitSettings Settings = new(new SpacesSerializer())
    {
        // As HttpClient throws it: Refit would wrap it together with the request, which carries the token.
        TransportExceptionFactory = static (_, failure, _) => failure,
    };

    public static TApi For<TApi>(HttpClient http) => RestService.ForGenerated<TApi>(http, Settings);
}

/// <summary>Answers are read leniently, requests written strictly: two contexts. Neither falls back to reflection.</summary>
internal sealed class SpacesSerializer : IHttpContentSerializer
{
    private static readonly SystemTextJsonContentSerializer Answers = SystemTextJsonContentSerializer.ForContext(SpacesJson.Default);
    private static readonly SystemTextJsonContentSerializer Requests = SystemTextJsonContentSerializer.ForContext(RequestJson.Default);

    public HttpContent ToHttpContent<T>(T item) => Requests.ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Answers.FromHttpContentAsync<T>(content, cancellationToken);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => Requests.GetFieldNameForProperty(propertyInfo);
}

/// <summary>The header for the PIN of a protected space [docs D/api/spaces/spaces_spaceid_join].</summary>
internal static class PinHeader
{
    public const string Name = "spaces-x-space-password";
}

/// <summary>The body <c>{}</c>, which some calls want [repo LT].</summary>
internal sealed record EmptyBody
{
    public static EmptyBody Instance { get; } = new();
}
