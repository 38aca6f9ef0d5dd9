using AvayaCloud.Spaces.Tests.Live;

namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>What apps that live in rooms ask [wire 4.6], and where something happened [wire 4.3].</summary>
public sealed class AppTests : IAsyncLifetime
{
    private LiveSandbox _world = null!;
    private LiveUser _ada = null!;
    private string _space = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await LiveSandbox.StartAsync();
        _ada = await _world.ConnectAsync("admin");
        _space = await LiveSandbox.SpaceAsync(_ada, "max.member@example.com");
    }

    public async ValueTask DisposeAsync()
    {
        await _ada.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Discovery_reports_whether_a_space_and_an_app_exist_and_never_refuses()
    {
        await _ada.Client.Spaces.ChangeAsync(
            _space, new SpaceChange { Settings = new SpaceSettings { Pin = "1234" } }, Cancellation).ValueAsync();
        var app = _world.Sandbox.ServiceApps[Sandbox.SandboxServiceApps.Bot].ClientId;

        Assert.Equal(
            new SpaceDiscovery
            {
                IsSpaceKnown = true,
                IsAppKnown = true,
                Channel = new DiscoveredChannel { SpaceId = _space, Type = "topic" },
            },
            await AskAsync(_space, app, "1234"));
        Assert.Equal(new SpaceDiscovery { IsAppKnown = true }, await AskAsync(_space, app, "4321"));
        Assert.Equal(new SpaceDiscovery { IsAppKnown = true }, await AskAsync("000000000000000000000000", app, null));
        Assert.Equal(new SpaceDiscovery { IsSpaceKnown = true }, await AskAsync(_space, "nobody", "1234"));

        Task<SpaceDiscovery> AskAsync(string space, string appId, string? pin) =>
            _ada.Client.Apps.DiscoverAsync(new Uri($"https://spaces.avayacloud.com/spaces/{space}"), appId, pin, Cancellation).ValueAsync();
    }

    [Fact]
    public async Task A_space_access_token_names_its_owner_and_gives_no_other_access()
    {
        var bot = _world.Sandbox.ServiceApps[Sandbox.SandboxServiceApps.Bot];
        var token = _world.Sandbox.ServiceApps.IssueSpaceAccessToken(bot, _space);
        await using var room = _world.Connect(new SpaceAccessTokens(token));

        var info = await room.Client.Apps.GetTokenInfoAsync("sat", token, Cancellation).ValueAsync();

        Assert.Equal((bot.ClientId, _space, SpaceRole.Member), (info.App!.AppId, info.App.TargetId, info.App.Role));
        Assert.Equal("Ada Admin", info.Authorizer!.DisplayName);
        Assert.NotNull(info.App.Expires);
        Assert.Equal(SpacesErrorKind.Forbidden, (await room.Client.Users.GetMeAsync(Cancellation)).Error?.Kind);
        Assert.Equal(SpacesErrorKind.Forbidden, (await _ada.Client.Apps.GetTokenInfoAsync("sat", token, Cancellation)).Error?.Kind);
        Assert.Equal(
            SpacesErrorKind.NotFound, (await room.Client.Apps.GetTokenInfoAsync("sat", new string('0', 32), Cancellation)).Error?.Kind);
        Assert.All(_world.Logs.Lines(), it => Assert.DoesNotContain(token, it, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Activities_are_listed_latest_first_and_filtered_by_kind_and_time()
    {
        var all = await _ada.Client.Spaces.ListActivitiesAsync(new SpaceActivityQuery { Size = 5 }, Cancellation).AllAsync();
        var made = all[0];

        Assert.Equal(_space, made.SpaceId);
        Assert.Equal(all.OrderByDescending(it => it.Modified), all);
        Assert.True(all.Count > 5);
        Assert.Equal(
            [made],
            await _ada.Client.Spaces.ListActivitiesAsync(new SpaceActivityQuery { After = all[1].Modified }, Cancellation).AllAsync());
        Assert.Equal(
            all.Skip(1),
            await _ada.Client.Spaces.ListActivitiesAsync(new SpaceActivityQuery { Before = made.Modified }, Cancellation).AllAsync());
        Assert.Single(
            await _ada.Client.Spaces.ListActivitiesAsync(new SpaceActivityQuery { Kind = SpaceKind.Personal }, Cancellation).AllAsync());
    }

    private sealed class SpaceAccessTokens(string token) : IAccessTokenSource
    {
        public TokenKind Kind => TokenKind.SpaceAccess;

        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(token);

        public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
    }
}
