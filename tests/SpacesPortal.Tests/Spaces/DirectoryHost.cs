using System.Security.Claims;
using AvayaCloud.Spaces;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Components;
using SpacesPortal.Spaces;

namespace SpacesPortal.Tests.Spaces;

/// <summary>The directory as pages use it, for any number of users.</summary>
internal sealed class DirectoryHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DirectoryHost(Uri baseUrl, TimeProvider clock, Action<SpaceDirectoryOptions>? configure = null)
    {
        _services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton<IBackgroundTokens>(Sessions)
            .AddScoped<AuthenticationStateProvider, FixedUser>()
            .AddSpacesApi(options => (options.BaseUrl, options.Retries) = (baseUrl, 0))
            .AddPages()
            .Configure<SpaceDirectoryOptions>(options => configure?.Invoke(options))
            .BuildServiceProvider();
    }

    public FakeSessions Sessions { get; } = new();

    public SpaceIndexes Indexes => _services.GetRequiredService<SpaceIndexes>();

    /// <summary>The directory in a scope of its own: a request or a circuit of that session.</summary>
    public ISpaceDirectory Of(string? sid)
    {
        var scope = _services.CreateScope().ServiceProvider;
        ((FixedUser)scope.GetRequiredService<AuthenticationStateProvider>()).Sid = sid;
        return scope.GetRequiredService<ISpaceDirectory>();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class FixedUser : AuthenticationStateProvider
    {
        public string? Sid { get; set; }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            Sid is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim("sid", Sid)], "test"))));
    }
}

/// <summary>Every session has a token that names it, until it is taken away.</summary>
internal sealed class FakeSessions : IBackgroundTokens
{
    public HashSet<string> Ended { get; } = [];

    public IAccessTokenSource TokensOf(string sid) => new Tokens(this, sid);

    private sealed class Tokens(FakeSessions sessions, string sid) : IAccessTokenSource
    {
        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(sessions.Ended.Contains(sid) ? null : "token-of-" + sid);

        public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
    }
}
