using Refit;

namespace AvayaCloud.Spaces;

/// <summary>Refit's view of the interfaces is made once: it costs reflection, and clients come with every scope.</summary>
internal static class SpacesRefit
{
    private static readonly IRequestBuilder<ISpacesApi> Requests =
        RequestBuilder.ForType<ISpacesApi>(new RefitSettings(new SystemTextJsonContentSerializer(SpacesJson.Default.Options)));

    public static ISpacesApi For(HttpClient http) => RestService.For(http, Requests);
}
