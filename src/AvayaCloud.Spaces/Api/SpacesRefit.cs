using System.Net.Http.Json;
using System.Reflection;
using Refit;

namespace AvayaCloud.Spaces;

/// <summary>Refit's view of an interface is made once: it costs reflection, and clients come with every scope.</summary>
internal static class SpacesRefit<TApi>
{
    private static readonly IRequestBuilder<TApi> Requests = RequestBuilder.ForType<TApi>(new RefitSettings(new SpacesSerializer()));

    public static TApi For(HttpClient http) => RestService.For(http, Requests);
}

/// <summary>Answers are read leniently, requests written strictly: two sets of rules.</summary>
internal sealed class SpacesSerializer : IHttpContentSerializer
{
    private readonly SystemTextJsonContentSerializer _answers = new(SpacesJson.Default.Options);

    // By the type that it has: Refit may hand it over as an object.
    public HttpContent ToHttpContent<T>(T item) => JsonContent.Create(item, item!.GetType(), mediaType: null, RequestJson.Default.Options);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        _answers.FromHttpContentAsync<T>(content, cancellationToken);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => _answers.GetFieldNameForProperty(propertyInfo);
}
