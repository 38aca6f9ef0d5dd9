using System.Text.RegularExpressions;
using AvayaCloud.Sandbox;
using AvayaCloud.Spaces.Tests.EndToEnd;
using AvayaCloud.Spaces.Tests.Table;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace AvayaCloud.Spaces.Tests.ServiceApps.Scopes;

/// <summary>A space of Ada's with a post, and an invited user who makes the calls.</summary>
internal sealed partial class ScopeScene : IAsyncDisposable
{
    public const string Ada = "ada.admin@example.com";

    private readonly SandboxServer _sandbox;
    private readonly ServiceProvider _services;
    private readonly IAccessTokenSource _tokens;

    private ScopeScene(SandboxServer sandbox, ServiceProvider services, IAccessTokenSource tokens)
    {
        (_sandbox, _services, _tokens) = (sandbox, services, tokens);
        Client = services.GetRequiredService<SpacesClientFactory>().Create(tokens);
    }

    /// <summary>Of the caller.</summary>
    public SpacesClient Client { get; }

    /// <summary>Ada's own.</summary>
    public SpacesClient Owner { get; private set; } = null!;

    public string AdaId { get; private set; } = "";

    public string SpaceId { get; private set; } = "";

    public string PostId { get; private set; } = "";

    /// <summary>The call that came last, ids taken out of it.</summary>
    public string LastCall => _sandbox.Log.Requests[^1] is var call ? $"{call.Method} {Id().Replace(call.Path, "{id}")}" : "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ScopeScene> OfAppAsync(SpaceRole role, params string[] scopes)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken: Cancellation);
        var app = sandbox.ServiceApps.Add("tried", scopes);
        using var file = new KeyFile(app.KeyFile);
        var services = Services(sandbox).AddSpacesServiceApp(file.Path).BuildServiceProvider();
        var scene = new ScopeScene(sandbox, services, services.GetRequiredKeyedService<IAccessTokenSource>(ServiceAppOptions.DefaultName));
        await scene.SetAsync(app.Email, role);
        return scene;
    }

    public static async Task<ScopeScene> OfPersonAsync()
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken: Cancellation);
        var scene = new ScopeScene(sandbox, Services(sandbox).BuildServiceProvider(), await PersonAsync(sandbox, "member"));
        await scene.SetAsync("max.member@example.com", SpaceRole.Admin);
        return scene;
    }

    /// <summary>The socket's row: accepted, or refused with a reason.</summary>
    public async Task<Result> ConnectAsync(CancellationToken cancellationToken)
    {
        await using var live = _services.GetRequiredService<SpacesLiveFactory>().Create(_tokens);
        await foreach (var it in live.ListenAsync(cancellationToken))
        {
            if (it is LiveEvent.Connected or LiveEvent.Ended)
                return new Result((it as LiveEvent.Ended)?.Error, it.ToString());
        }

        throw new XunitException("The connection was over before it could be asked.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static IServiceCollection Services(SandboxServer sandbox) => new ServiceCollection()
        .AddSpacesApi(it => it.BaseUrl = new Uri(sandbox.Address, "/api"))
        .AddSpacesLive(it => it.SocketUrl = sandbox.Address);

    private static async Task<FakeTokens> PersonAsync(SandboxServer sandbox, string role) =>
        new() { Current = await SandboxTokens.SignInAsync(sandbox, sandbox.Users.Single(it => it.Role == role)), Next = null };

    private async Task SetAsync(string invitee, SpaceRole role)
    {
        Owner = _services.GetRequiredService<SpacesClientFactory>().Create(await PersonAsync(_sandbox, "admin"));
        AdaId = (await Owner.Users.GetMeAsync(Cancellation).ValueAsync()).Id;
        var invitation = new Invitation { Invitees = [Invitee.ByEmail(invitee, role)] };
        SpaceId = (
            await Owner.Invites.CreateSpaceAsync(
                new NewSpace("Harbour") { Invitation = invitation }, cancellationToken: Cancellation).ValueAsync()).SpaceId;
        PostId = (await Owner.Posts.CreateAsync(SpaceId, new NewPost("Plan"), cancellationToken: Cancellation).ValueAsync()).Id;
    }

    [GeneratedRegex("[0-9a-f]{24}")]
    private static partial Regex Id();
}
