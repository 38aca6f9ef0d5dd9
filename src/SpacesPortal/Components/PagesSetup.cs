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
        .AddScoped<SpacePins>()
        .AddScoped<SpaceClients>()
        .AddScoped<SpaceReader>()
        .AddSingleton<SendOnce>()
        .AddSingleton<LiveFeeds>()
        .AddSingleton<PhotoTransport>()
        .AddSingleton<PhotoFetcher>()
        .AddSingleton(provider => AvayaLinks.Of(provider.GetRequiredService<IOptions<AvayaCloudSettings>>().Value.Hosts));
}

/// <summary>Links from pages to Avaya.</summary>
/// <param name="Account">The account server's home page: Avaya documents no address that signs out there.</param>
/// <param name="Spaces">The web client.</param>
public sealed record AvayaLinks(Uri Account, Uri Spaces)
{
    // The address in invite links [wire 4.3]; a sandbox or a staging cloud has its web client elsewhere, or none.
    private static readonly Uri WebClient = new("https://spaces.avayacloud.com/");

    public static AvayaLinks Of(AvayaCloudHosts hosts) => new(hosts.Identity, WebClient);

    /// <summary>The space in Avaya's own web client [wire 4.3].</summary>
    public string Space(string spaceId) => new Uri(Spaces, $"spaces/{Uri.EscapeDataString(spaceId)}").AbsoluteUri;
}
