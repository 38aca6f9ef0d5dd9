using AvayaCloud.Spaces;

namespace Microsoft.Extensions.DependencyInjection;

public static class ServiceAppServiceCollectionExtensions
{
    /// <summary>Adds a service app: a <see cref="SpacesClient"/> and an <see cref="IAccessTokenSource"/>, keyed by <paramref name="name"/>.
    /// It needs <c>AddSpacesApi</c>. A process can have several apps.</summary>
    /// <param name="keyFile">From the developer portal. It is a password: keep it out of images and repositories [seed 3].</param>
    public static IServiceCollection AddSpacesServiceApp(
        this IServiceCollection services, string keyFile, string name = SpacesServiceApp.DefaultName,
        Action<ServiceAppOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = services.AddOptions<ServiceAppOptions>(name).Configure(it => it.KeyFile = keyFile).ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);

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
}
