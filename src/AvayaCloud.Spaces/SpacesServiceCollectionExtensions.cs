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
        services.AddOptions<SpacesApiOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                HasValidUrl, "SpacesApiOptions.BaseUrl must be an absolute http(s) address such as https://spacesapis.avayacloud.com/api.")
            .ValidateOnStart();
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

    /// <summary>Adds <see cref="SpacesLiveFactory"/>. It needs <see cref="AddSpacesApi"/> to fetch missed messages.</summary>
    public static IServiceCollection AddSpacesLive(this IServiceCollection services, Action<SpacesLiveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<SpacesLiveOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                HasValidUrl,
                "SpacesLiveOptions.SocketUrl must be an absolute http(s) address without path, "
                + "such as https://spacesapis-socket.avayacloud.com.")
            .ValidateOnStart();
        services.TryAddSingleton<SpacesLiveFactory>();
        return services;
    }

    /// <summary>Adds a service app: a <see cref="SpacesClient"/> and an <see cref="IAccessTokenSource"/>, keyed by <paramref name="name"/>.
    /// It needs <see cref="AddSpacesApi"/>. A process can have several apps.</summary>
    /// <param name="keyFile">From the developer portal. It is a password: keep it out of images and repositories [seed 3].</param>
    public static IServiceCollection AddSpacesServiceApp(
        this IServiceCollection services, string keyFile, string name = ServiceAppOptions.DefaultName,
        Action<ServiceAppOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        services.AddOptions<ServiceAppOptions>(name)
            .Configure(options =>
            {
                options.KeyFile = keyFile;
                configure?.Invoke(options);
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceAppOptions>>(new ValidateServiceAppOptions(name));
        services.AddKeyedSingleton<IAccessTokenSource>(name, (provider, _) => CreateTokens(provider, name));
        services.AddKeyedSingleton(name, (provider, _) =>
            provider.GetRequiredService<SpacesClientFactory>().Create(provider.GetRequiredKeyedService<IAccessTokenSource>(name)));
        return services;
    }

    private static ServiceAppTokens CreateTokens(IServiceProvider provider, string name)
    {
        // The options are valid, but the file may have changed since.
        var options = provider.GetRequiredService<IOptionsMonitor<ServiceAppOptions>>().Get(name);
        var (key, errors) = ServiceAppKeyFile.Read(options.KeyFile);
        if (key is null)
            throw new OptionsValidationException(name, typeof(ServiceAppOptions), errors);
        return ActivatorUtilities.CreateInstance<ServiceAppTokens>(provider, key, options.TokenLifetime);
    }

    private static bool HasValidUrl(SpacesApiOptions options) =>
        options.BaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };

    private static bool HasValidUrl(SpacesLiveOptions options) =>
        options.SocketUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" or "ws" or "wss" }
        && options.SocketUrl is { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" };
}
