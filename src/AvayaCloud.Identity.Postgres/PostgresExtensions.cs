using AvayaCloud.Identity;
using AvayaCloud.Identity.Postgres;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Several replicas of one portal over one PostgreSQL database.</summary>
public static class PostgresExtensions
{
    /// <summary>The health check's name.</summary>
    public const string HealthCheck = "postgres";

    /// <summary>
    /// Sessions, revocations, the list of sessions and the key ring of data protection are shared through the database. It may be away at
    /// any time, at the start as well. The connection string is checked at once; its exception does not quote it.
    /// </summary>
    public static IServiceCollection AddSessionsInPostgres(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PostgresTiming());
        services.AddSingleton(new ConnectionStrings(connectionString));
        services.AddSingleton<DatabaseAvailability>().AddSingleton<Schema>().AddSingleton<PortalDatabase>();
        services.AddSingleton<EndedSessions>().AddSingleton<Outbox>().AddSingleton<LockRegistry>().AddSingleton<Sharing>();
        services.AddSingleton<SignalListener>().AddHostedService(provider => provider.GetRequiredService<SignalListener>());
        services.AddSingleton<Sweeper>().AddHostedService(provider => provider.GetRequiredService<Sweeper>());

        services.Replace(ServiceDescriptor.Singleton<ISessionStore, PostgresSessionStore>());
        services.Replace(ServiceDescriptor.Singleton<IRevocationStore, PostgresRevocationStore>());
        services
            .AddSingleton<ActiveSessionProtector>()
            .Replace(ServiceDescriptor.Singleton<IActiveSessionStore, PostgresActiveSessionStore>());

        services.AddDataProtection();
        services.AddSingleton<PostgresKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<PostgresKeyRing>((options, keys) => options.XmlRepository = keys);
        services.AddHealthChecks().AddCheck<PostgresHealth>(HealthCheck);
        return services;
    }
}
