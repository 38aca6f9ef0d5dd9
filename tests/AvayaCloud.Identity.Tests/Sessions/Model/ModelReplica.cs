using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>One replica: the real ledger, validator and refresher, with its own clock and memory.</summary>
internal sealed class ModelReplica : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ProviderConnection _connection;
    private readonly SharedSessions? _shared;
    private readonly SharedStore? _store;

    /// <param name="clock">Its machine's clock, which survives a restart.</param>
    /// <param name="keys">The same for all replicas.</param>
    /// <param name="provider">The same for all replicas.</param>
    /// <param name="shared">Null for a single replica.</param>
    public ModelReplica(SettableClock clock, IDataProtectionProvider keys, RotatingProvider provider, SharedSessions? shared)
    {
        (Clock, _connection, _shared) = (clock, new ProviderConnection(provider), shared);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock);
        services.AddAvayaCloud(settings => (settings.ClientId, settings.IdentityUrl) = ("client", "http://127.0.0.1:1"));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new ProviderBackchannel(_connection, clock));
        services.AddSingleton(keys);
        if (shared is not null)
            services.AddSingleton<ISessionStore>(_store = new SharedStore(shared, clock));
        _services = services.BuildServiceProvider();
        // As the host does at its start.
        _ = Get<LedgerReplication>().StartAsync(CancellationToken.None);
    }

    public SettableClock Clock { get; }

    public SessionLedger Ledger => Get<SessionLedger>();

    public InFlightRefreshes InFlight => Get<InFlightRefreshes>();

    public SessionValidator Validator => Get<SessionValidator>();

    public SessionTokens Tokens => Get<SessionTokens>();

    public bool IsDead { get; private set; }

    /// <summary>A sign-out without the deletion of the cookie. Ending from the list of sessions has no cookie.</summary>
    public Task EndAsync(SessionId id, RefreshToken? fromCookie) =>
        Get<SessionEnder>().EndAndRevokeAsync(id, SessionEndReason.ByUser, fromCookie, CancellationToken.None);

    /// <summary>Its connections and its memory are gone.</summary>
    public ValueTask DisposeAsync()
    {
        IsDead = true;
        _connection.Cut();
        if (_store is not null)
            _shared!.Kill(_store);
        return _services.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
