using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>As much of a portal as shares sessions: the services and their host.</summary>
internal sealed class SessionStoreHost : IAsyncDisposable
{
    private readonly IHost _host;

    private SessionStoreHost(IHost host)
    {
        _host = host;
        Store.Listen(Heard.Enqueue);
    }

    public ConcurrentQueue<SessionSignal> Heard { get; } = new();

    public ISessionStore Store => Get<ISessionStore>();

    public IRevocationStore Revocations => Get<IRevocationStore>();

    public IActiveSessionStore Register => Get<IActiveSessionStore>();

    public bool IsListening => Get<DatabaseAvailability>().IsListening;

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Started, whether or not the database is there.</summary>
    public static async Task<SessionStoreHost> StartAsync(string connectionString, FakeLogCollector? log = null, TimeProvider? clock = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (log is not null)
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log));
        // Short ones: what is tested is that they pass, not how long they are.
        builder.Services.AddSingleton(
            new PostgresTiming
            {
                FailFast = TimeSpan.FromMilliseconds(100),
                LongestPause = TimeSpan.FromMilliseconds(400),
                Settling = TimeSpan.FromSeconds(1),
            });
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddDataProtection().SetApplicationName("portal");
        builder.Services.AddSessionsInPostgres(connectionString);
        var replica = new SessionStoreHost(builder.Build());
        await replica._host.StartAsync(TestContext.Current.CancellationToken);
        return replica;
    }

    /// <summary>Started, and hearing signals.</summary>
    public static async Task<SessionStoreHost> ReadyAsync(string connectionString, FakeLogCollector? log = null, TimeProvider? clock = null)
    {
        var replica = await StartAsync(connectionString, log, clock);
        await Eventually.TrueAsync(() => replica.IsListening, TestContext.Current.CancellationToken);
        return replica;
    }

    public async Task<ISessionLock> AcquireLockAsync(SessionId id) =>
        await Store.AcquireLockAsync(id, TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("The database is away.");

    public ValueTask EndAsync(SessionId id, SessionEndReason why = SessionEndReason.ByUser) =>
        Store.EndAsync(id, why, DateTimeOffset.UtcNow.AddHours(1), TestContext.Current.CancellationToken);

    public async Task<HealthReport> HealthAsync() =>
        await Get<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

    public Task<SessionSignal> HearsAsync(SessionId id, bool isEnd) =>
        HearsAsync(signal => signal.Id == id && signal.End.HasValue == isEnd);

    private async Task<SessionSignal> HearsAsync(Func<SessionSignal, bool> wanted)
    {
        await Eventually.TrueAsync(() => Heard.Any(wanted), TestContext.Current.CancellationToken);
        return Heard.First(wanted);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
