using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>The observers hear of an end by another replica exactly once, whatever this replica knows of the session.</summary>
public sealed class EndSignalTests : IAsyncLifetime
{
    private readonly EndedElsewhere _store = new();
    private readonly EndRecorder _observer = new();
    private readonly SessionId _id = SessionId.Create();
    private ServiceProvider _services = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SessionLedger Ledger => _services.GetRequiredService<SessionLedger>();

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAvayaCloud(settings => settings.ClientId = "client");
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<ISessionStore>(_store).AddSingleton<ISessionEndObserver>(_observer);
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<LedgerReplication>().StartAsync(Stop);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task A_circuit_that_waits_for_a_session_which_the_ledger_has_forgotten()
    {
        var waiter = Ledger.WaitForNewerAsync(_id, 0, Stop);

        _store.SignalEnd(_id);

        await waiter;
        Assert.Equal([_id], _observer.Ended);
    }

    [Fact]
    public void A_session_of_which_only_a_failed_refresh_is_known()
    {
        var failure = new RefreshOutcome.Unavailable("no response in time", DateTimeOffset.UtcNow);
        Ledger.SetBackoff(_id, new RefreshBackoff(failure, TimeProvider.System));

        _store.SignalEnd(_id);

        Assert.Equal([_id], _observer.Ended);
    }

    [Fact]
    public void A_session_that_is_active_here()
    {
        var now = DateTimeOffset.UtcNow;
        Assert.True(AccessToken.TryParse("access", out var access));
        Ledger.Upsert(_id, new TokenSet(1, access, Refresh: null, now, now.AddHours(1), Grant.Unnamed), isAcknowledged: true);

        _store.SignalEnd(_id);

        Assert.Equal([_id], _observer.Ended);
    }

    [Fact]
    public async Task A_session_that_is_unknown_here_and_is_then_ended_here_too()
    {
        _store.SignalEnd(_id);
        await EndAsync();

        Assert.Equal([_id], _observer.Ended);
    }

    [Fact]
    public async Task An_end_here_that_comes_between_the_end_elsewhere_and_its_signal()
    {
        _ = Ledger.WaitForNewerAsync(_id, 0, Stop);
        _store.Add(_id);
        await EndAsync();
        _store.SignalEnd(_id);

        Assert.Equal([_id], _observer.Ended);
        Assert.Equal(new SessionState.Ended(SessionEndReason.Elsewhere), Ledger.GetState(_id));
    }

    private Task EndAsync() => _services.GetRequiredService<SessionEnder>().EndAsync(_id, SessionEndReason.ByUser, fromCookie: null, Stop);

    /// <summary>Knows of an end before it tells its listener, like the store in PostgreSQL.</summary>
    private sealed class EndedElsewhere : ISessionStore
    {
        private Action<SessionSignal> _listener = _ => { };
        private SessionId? _ended;

        public void Add(SessionId id) => _ended = id;

        public void SignalEnd(SessionId id)
        {
            Add(id);
            _listener(new SessionSignal(id, SessionEndReason.Elsewhere, Generation: 0));
        }

        public void Listen(Action<SessionSignal> listener) => _listener = listener;

        public SessionEndReason? GetEndReason(SessionId id) => _ended == id ? SessionEndReason.Elsewhere : null;

        public Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken) =>
            Task.FromResult<ISessionLock?>(null);

        public Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken) => Task.FromResult<SharedTokens?>(null);

        public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask EndAsync(SessionId id, SessionEndReason reason, DateTimeOffset until, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }

    private sealed class EndRecorder : ISessionEndObserver
    {
        public List<SessionId> Ended { get; } = [];

        public void OnEnded(SessionId id, SessionEndReason reason) => Ended.Add(id);
    }
}
