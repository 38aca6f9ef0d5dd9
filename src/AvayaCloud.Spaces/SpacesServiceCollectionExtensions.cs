using AvayaCloud.Spaces;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class SpacesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SpacesClient"/>, one per scope, on one shared transport. The host registers an <see
    /// cref="IAccessTokenSource"/> per scope.</summary>
    public static IServiceCollection AddSpacesApi(this IServiceCollection services, Action<SpacesApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<SpacesApiOptions>()
            .Validate(
                HasValidUrl, "SpacesApiOptions.BaseUrl must be an absolute http(s) address such as https://spacesapis.avayacloud.com/api.")
            .ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SpacesTransport>();
        services.TryAddSingleton(provider => new SpacesClientFactory(
            provider.GetRequiredService<SpacesTransport>(),
            provider.GetRequiredService<IOptions<SpacesApiOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddScoped(
            scope => scope.GetRequiredService<SpacesClientFactory>().Create(scope.GetRequiredService<IAccessTokenSource>()));
        return services;
    }

    private static bool HasValidUrl(SpacesApiOptions options) =>
        options.BaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };
}
