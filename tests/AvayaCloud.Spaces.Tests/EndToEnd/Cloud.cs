using AvayaCloud.Sandbox;

namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>A sandbox, and people in it who use the client.</summary>
internal sealed class Cloud : IAsyncDisposable
{
    private readonly List<Portal> _portals = [];

    private Cloud(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public static async Task<Cloud> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions();
        configure?.Invoke(options);
        return new Cloud(await SandboxServer.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>By role: admin, member, guest, unnamed.</summary>
    public async Task<SpacesClient> OfAsync(string role)
    {
        var portal = new Portal(new Uri(Server.Address, "/api"));
        _portals.Add(portal);
        portal.Tokens.Current = await SandboxTokens.SignInAsync(Server, Person(role));
        return portal.Client;
    }

    public DemoUser Person(string role) => Server.Users.Single(it => it.Role == role);

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in _portals)
            await portal.DisposeAsync();
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
