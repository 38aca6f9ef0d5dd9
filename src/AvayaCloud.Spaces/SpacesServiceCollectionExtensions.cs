using AvayaCloud.Spaces;

namespace Microsoft.Extensions.DependencyInjection;

public static class SpacesServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="SpacesClient"/>, one per scope, over one shared transport. The host registers an
    /// <see cref="IAccessTokenSource"/> per scope.
    /// </summary>
    public static IServiceCollection AddSpacesApi(this IServiceCollection services, Action<SpacesApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<SpacesApiOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.AddSingleton<SpacesClientFactory>();
        services.AddScoped(scope => scope.GetRequiredService<SpacesClientFactory>().Create(scope.GetRequiredService<IAccessTokenSource>()));
        return services;
    }
}
