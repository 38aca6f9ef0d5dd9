using AvayaCloud.Sandbox;

namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>A sandbox, and clients of its users.</summary>
internal sealed class SandboxUsers : IAsyncDisposable
{
    private readonly List<ClientHost> _hosts = [];

    private SandboxUsers(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public static async Task<SandboxUsers> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions();
        configure?.Invoke(options);
        return new SandboxUsers(await SandboxServer.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>By role: admin, member, guest, unnamed.</summary>
    public async Task<SpacesClient> OfAsync(string role)
    {
        var host = new ClientHost(new Uri(Server.Address, "/api"));
        _hosts.Add(host);
        host.Tokens.Current = await SandboxTokens.SignInAsync(Server, Person(role));
        return host.Client;
    }

    public DemoUser Person(string role) => Server.Users.Single(it => it.Role == role);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Server.DisposeAsync();
    }
}

internal static class Outcomes
{
    public static async Task<T> ValueAsync<T>(this Task<SpacesOutcome<T>> call)
    {
        var outcome = await call;
        return outcome is SpacesOutcome<T>.Ok(var value) ? value : throw new Xunit.Sdk.XunitException(outcome.Error!.ToString());
    }

    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<SpacesOutcome<Page<T>>> pages)
        where T : class, IIdentified
    {
        var all = new List<T>();
        await foreach (var page in pages)
            all.AddRange(page.Match(ok => ok.Items, error => throw new Xunit.Sdk.XunitException(error.ToString())));
        return all;
    }
}
