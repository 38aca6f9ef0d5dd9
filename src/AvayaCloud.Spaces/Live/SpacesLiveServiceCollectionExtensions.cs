using AvayaCloud.Spaces;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class SpacesLiveServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SpacesLiveFactory"/>. It needs <c>AddSpacesApi</c> to fetch missed messages.</summary>
    public static IServiceCollection AddSpacesLive(this IServiceCollection services, Action<SpacesLiveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<SpacesLiveOptions>()
            .Validate(
                HasValidUrl,
                "SpacesLiveOptions.SocketUrl must be an absolute http(s) address without path, "
                + "such as https://spacesapis-socket.avayacloud.com.")
            .ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton(provider => new SpacesLiveFactory(
            provider.GetRequiredService<SpacesClientFactory>(),
            provider.GetRequiredService<IOptions<SpacesLiveOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SpacesLive>>()));
        return services;
    }

    private static bool HasValidUrl(SpacesLiveOptions options) =>
        options.SocketUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" or "ws" or "wss" }
        && options.SocketUrl is { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" };
}
