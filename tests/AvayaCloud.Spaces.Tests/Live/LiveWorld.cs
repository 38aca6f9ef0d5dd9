using System.Threading.Channels;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Spaces.Tests.Live;

/// <summary>A sandbox, and people who are connected to it by the product's own services.</summary>
internal sealed class LiveWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LiveWorld(SandboxServer sandbox, FakeClock? clock)
    {
        Sandbox = sandbox;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock ?? TimeProvider.System)
            .AddLogging(it => it.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)))
            .AddSpacesApi(it => it.BaseUrl = new Uri(sandbox.Address, "/api"))
            .AddSpacesLive(it =>
            {
                it.SocketUrl = new Uri(sandbox.Address, "/");
                it.ReconnectDelay = clock is null ? TimeSpan.FromMilliseconds(20) : TimeSpan.FromSeconds(1);
                it.Jitter = 0;
                it.TokenCheckInterval = TokenCheck;
            })
            .BuildServiceProvider();
    }

    /// <summary>Shorter than the pause between two pings, so that a clock may be moved by the one without the other.</summary>
    public static readonly TimeSpan TokenCheck = TimeSpan.FromSeconds(9);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SandboxServer Sandbox { get; }

    public FakeLogCollector Logs { get; } = new();

    public static async Task<LiveWorld> StartAsync(FakeClock? clock = null) =>
        new(await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken: Cancellation), clock);

    public SpacesClient Nobody => _services.GetRequiredService<SpacesClientFactory>().CreateAnonymous();

    public LiveVisitor Connect(IAccessTokenSource tokens)
    {
        var client = _services.GetRequiredService<SpacesClientFactory>().Create(tokens);
        return new LiveVisitor(_services.GetRequiredService<SpacesLiveFactory>().Create(tokens), client);
    }

    public async Task<LiveVisitor> ConnectAsync(string role)
    {
        var token = await SandboxTokens.SignInAsync(Sandbox, Sandbox.Users.First(it => it.Role == role));
        return Connect(new FakeTokens { Current = token, Next = null });
    }

    /// <summary>A space of the two that is new to them.</summary>
    public static async Task<string> SpaceAsync(LiveVisitor owner, string invitee)
    {
        var made = await owner.Client.Invites.CreateSpaceAsync(
            new NewSpace("Bridge") { Invitation = new Invitation { Invitees = [Invitee.ByEmail(invitee)] } },
            cancellationToken: Cancellation);
        return Assert.IsType<SpacesOutcome<InvitationResult>.Ok>(made).Value.SpaceId;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}

/// <summary>A live connection with everything that it told, in order.</summary>
internal sealed class LiveVisitor : IAsyncDisposable
{
    private readonly Channel<LiveEvent> _heard = Channel.CreateUnbounded<LiveEvent>();
    private readonly Task _listening;

    public LiveVisitor(SpacesLive live, SpacesClient client)
    {
        (Live, Client) = (live, client);
        _listening = ListenAsync(live.ListenAsync());
    }

    public SpacesLive Live { get; }

    public SpacesClient Client { get; }

    /// <summary>The next event of that kind; others meanwhile are passed over.</summary>
    public async Task<T> HearAsync<T>()
        where T : LiveEvent
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(LiveWorld.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await _heard.Reader.ReadAsync(limit.Token) is T it)
                return it;
        }
    }

    /// <summary>What was told and not yet asked for.</summary>
    public IReadOnlyList<LiveEvent> Rest()
    {
        List<LiveEvent> rest = [];
        while (_heard.Reader.TryRead(out var it))
            rest.Add(it);
        return rest;
    }

    public async Task SubscribeAsync(string spaceId) =>
        Assert.IsType<SpacesOutcome<LiveSubscription>.Ok>(await Live.SubscribeAsync(spaceId, cancellationToken: LiveWorld.Cancellation));

    public async ValueTask DisposeAsync()
    {
        await Live.DisposeAsync();
        await _listening;
    }

    private async Task ListenAsync(IAsyncEnumerable<LiveEvent> events)
    {
        await foreach (var it in events)
            _heard.Writer.TryWrite(it);
    }
}
