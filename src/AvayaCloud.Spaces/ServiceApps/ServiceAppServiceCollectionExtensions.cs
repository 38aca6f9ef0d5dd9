using AvayaCloud.Spaces;

namespace Microsoft.Extensions.DependencyInjection;

public static class ServiceAppServiceCollectionExtensions
{
    /// <summary>
    /// Adds a service app beside the people of <c>AddSpacesApi</c>: a <see cref="SpacesClient"/> and an <see cref="IAccessTokenSource"/>
    /// of its own, keyed by <paramref name="name"/>. A process may have several.
    /// </summary>
    /// <param name="keyFile">The file that the developer portal gives. A password: keep it out of the image and the repository [seed
    /// 3].</param>
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
        services.AddKeyedSingleton<IAccessTokenSource>(name, (provider, _) => Tokens(provider, name));
        services.AddKeyedSingleton(name, (provider, _) =>
            provider.GetRequiredService<SpacesClientFactory>().Create(provider.GetRequiredKeyedService<IAccessTokenSource>(name)));
        return services;
    }

    private static ServiceAppTokens Tokens(IServiceProvider provider, string name)
    {
        // Validated by now; should the file have changed since, that is told in the same words.
        var options = provider.GetRequiredService<IOptionsMonitor<ServiceAppOptions>>().Get(name);
        var (key, problems) = ServiceAppKeyFile.Read(options.KeyFile);
        return key is not null
            ? new ServiceAppTokens(
                key, options.TokenLifetime, provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ServiceAppTokens>>())
            : throw new OptionsValidationException(name, typeof(ServiceAppOptions), problems);
    }
}
