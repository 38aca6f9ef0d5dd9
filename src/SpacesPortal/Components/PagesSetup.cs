using SpacesPortal.Profile;

namespace SpacesPortal.Components;

/// <summary>The services that pages use besides the framework, the Spaces client and the session.</summary>
internal static class PagesSetup
{
    /// <summary>Needs <c>AddPortalSessions</c>, which provides the Spaces client and <see cref="IBackgroundTokens"/>.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<SpaceIndexes>()
        .AddScoped<ISpaceDirectory, SpaceDirectory>()
        .AddScoped<ICurrentUser, CurrentUser>()
        .AddSingleton<PhotoTransport>()
        .AddSingleton<PhotoFetcher>()
        .AddSingleton(provider => new AvayaLinks(provider.GetRequiredService<IOptions<AvayaCloudSettings>>().Value.Hosts.Identity));
}

/// <summary>Links from pages to Avaya.</summary>
/// <param name="Account">The account server's home page: Avaya documents no address that signs out there.</param>
public sealed record AvayaLinks(Uri Account);
