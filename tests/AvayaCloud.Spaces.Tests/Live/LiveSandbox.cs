using System.Threading.Channels;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Spaces.Tests.Live;

/// <summary>A sandbox, and users who are connected to it by the product's services.</summary>
internal sealed class LiveSandbox : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LiveSandbox(SandboxServer sandbox, FakeClock? clock)
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

    public static async Task<LiveSandbox> StartAsync(FakeClock? clock = null) =>
        new(await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken: Cancellation), clock);

    public SpacesClient Anonymous => _services.GetRequiredService<SpacesClientFactory>().CreateAnonymous();

    public LiveUser Connect(IAccessTokenSource tokens)
    {
        var client = _services.GetRequiredService<SpacesClientFactory>().Create(tokens);
        return new LiveUser(_services.GetRequiredService<SpacesLiveFactory>().Create(tokens), client);
    }

    public async Task<LiveUser> ConnectAsync(string role)
    {
        var token = await SandboxTokens.SignInAsync(Sandbox, Sandbox.Users.First(it => it.Role == role));
        return Connect(new FakeTokens { Current = token, Next = null });
    }

    /// <summary>A space of the two that is new to them.</summary>
    public static async Task<string> SpaceAsync(LiveUser owner, string invitee)
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

/// <summary>A live connection, and its events in order.</summary>
internal sealed class LiveUser : IAsyncDisposable
{
    private readonly Channel<LiveEvent> _events = Channel.CreateUnbounded<LiveEvent>();
    private readonly Task _listening;

    public LiveUser(SpacesLive live, SpacesClient client)
    {
        Live = live;
        Client = client;
        _listening = ListenAsync(live.ListenAsync());
    }

    public SpacesLive Live { get; }

    public SpacesClient Client { get; }

    /// <summary>The next event of that type; others are skipped.</summary>
    public async Task<T> NextAsync<T>()
        where T : LiveEvent
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(LiveSandbox.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await _events.Reader.ReadAsync(limit.Token) is T it)
                return it;
        }
    }

    /// <summary>The events that have not been read yet.</summary>
    public IReadOnlyList<LiveEvent> Rest()
    {
        List<LiveEvent> rest = [];
        while (_events.Reader.TryRead(out var it))
            rest.Add(it);
        return rest;
    }

    public async Task SubscribeAsync(string spaceId) =>
        Assert.IsType<SpacesOutcome<LiveSubscription>.Ok>(await Live.SubscribeAsync(spaceId, cancellationToken: LiveSandbox.Cancellation));

    public async ValueTask DisposeAsync()
    {
        await Live.DisposeAsync();
        await _listening;
    }

    private async Task ListenAsync(IAsyncEnumerable<LiveEvent> events)
    {
        await foreach (var it in events)
            _events.Writer.TryWrite(it);
    }
}
