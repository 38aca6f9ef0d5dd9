using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SpacesPortal.Spaces;

internal static class SpaceDirectoryExtensions
{
    /// <summary>Adds <see cref="ISpaceDirectory"/>. Needs <c>AddSpacesApi</c> and an <see cref="IBackgroundTokens"/>.</summary>
    public static IServiceCollection AddSpaceDirectory(this IServiceCollection services)
    {
        services.AddOptions<SpaceDirectoryOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SpaceIndexes>();
        services.TryAddScoped<ISpaceDirectory, SpaceDirectory>();
        return services;
    }
}
