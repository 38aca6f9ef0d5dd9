using System.Reflection;

namespace AvayaCloud.Spaces;

/// <summary>Creates the clients that Refit generates at compile time.</summary>
internal static class SpacesRefit
{
    private static readonly RefitSettings Settings = new(new SpacesSerializer())
    {
        // The exception of HttpClient as it is: Refit's own would include the request, and with it the token.
        TransportExceptionFactory = static (_, failure, _) => failure,
    };

    public static TApi Create<TApi>(HttpClient http) => RestService.ForGenerated<TApi>(http, Settings);
}

/// <summary>Reads responses leniently and writes requests strictly, each with its own context. Neither falls back to reflection.</summary>
internal sealed class SpacesSerializer : IHttpContentSerializer
{
    private static readonly SystemTextJsonContentSerializer Responses = SystemTextJsonContentSerializer.ForContext(SpacesJson.Default);
    private static readonly SystemTextJsonContentSerializer Requests = SystemTextJsonContentSerializer.ForContext(RequestJson.Default);

    public HttpContent ToHttpContent<T>(T item) => Requests.ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Responses.FromHttpContentAsync<T>(content, cancellationToken);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => Requests.GetFieldNameForProperty(propertyInfo);
}

/// <summary>The header for the PIN of a protected space [docs D/api/spaces/spaces_spaceid_join].</summary>
internal static class PinHeader
{
    public const string Name = "spaces-x-space-password";
}

/// <summary>The body <c>{}</c>, which some calls need [repo LT].</summary>
internal sealed record EmptyBody
{
    public static EmptyBody Instance { get; } = new();
}
