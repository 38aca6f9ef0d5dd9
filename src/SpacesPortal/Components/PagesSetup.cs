using Microsoft.Extensions.DependencyInjection.Extensions;
using SpacesPortal.Appearance;
using SpacesPortal.Profile;

namespace SpacesPortal.Components;

/// <summary>What the pages need besides the framework, the Spaces client and the session.</summary>
internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(AvayaLinks.Production);
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddSingleton<PhotoTransport>();
        services.AddSingleton<PhotoFetcher>();
        return services;
    }

    /// <summary>The addresses that pages point at and that are no pages themselves.</summary>
    public static IEndpointRouteBuilder MapPageEndpoints(this IEndpointRouteBuilder endpoints) => endpoints.MapTheme().MapPhoto();
}
