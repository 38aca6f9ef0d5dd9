using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Spaces.Tests.ServiceApps;

/// <summary>A program that is nothing but service apps.</summary>
internal sealed class ServiceAppHost : IAsyncDisposable
{
    public ServiceAppHost(Uri baseUrl, TimeProvider clock, params (string Name, string KeyFile)[] apps)
    {
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddLogging(it => it.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)))
            .AddSpacesApi(options =>
            {
                options.BaseUrl = baseUrl;
                options.RetryDelay = TimeSpan.Zero;
            });
        foreach (var (name, keyFile) in apps)
            services.AddSpacesServiceApp(keyFile, name);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public ServiceProvider Services { get; }

    public FakeLogCollector Logs { get; } = new();

    public SpacesClient Client(string name = ServiceAppOptions.DefaultName) => Services.GetRequiredKeyedService<SpacesClient>(name);

    public IAccessTokenSource Tokens(string name = ServiceAppOptions.DefaultName) =>
        Services.GetRequiredKeyedService<IAccessTokenSource>(name);

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
