using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Spaces.Tests;

/// <summary>The client as a host gets it: by <c>AddSpacesApi</c>, from a scope.</summary>
internal sealed class ClientHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ClientHost(Uri baseUrl, Action<SpacesApiOptions>? configure = null, TimeProvider? clock = null)
    {
        _services = new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<ILoggerProvider>(new FakeLoggerProvider(Logs))
            .AddSingleton<IAccessTokenSource>(Tokens)
            .AddSpacesApi(options =>
            {
                options.BaseUrl = baseUrl;
                options.RetryDelay = TimeSpan.Zero;
                configure?.Invoke(options);
            })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Client = _services.CreateScope().ServiceProvider.GetRequiredService<SpacesClient>();
    }

    public FakeTokens Tokens { get; } = new();

    public FakeLogCollector Logs { get; } = new();

    public SpacesClient Client { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
