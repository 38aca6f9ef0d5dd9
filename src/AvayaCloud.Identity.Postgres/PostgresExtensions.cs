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

    /// <summary>Shares sessions, revocations, the list of active sessions and the data protection key ring through the database, which may
    /// be unreachable at any time, also at startup. An invalid connection string throws at once; the exception does not quote it.</summary>
    public static IServiceCollection AddSessionsInPostgres(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PostgresTiming());
        services.AddSingleton(new ConnectionStrings(connectionString));
        services.AddSingleton<DatabaseAvailability>().AddSingleton<Schema>().AddSingleton<PortalDatabase>();
        services.AddSingleton<EndedSessions>().AddSingleton<Outbox>().AddSingleton<PostgresSessionStore>();
        services.AddHostedService<SignalListener>();
        services.AddSingleton<Sweeper>().AddHostedService(provider => provider.GetRequiredService<Sweeper>());

        services.Replace(ServiceDescriptor.Singleton<ISessionStore>(provider => provider.GetRequiredService<PostgresSessionStore>()));
        services.Replace(ServiceDescriptor.Singleton<IRevocationStore, PostgresRevocationStore>());
        services.Replace(ServiceDescriptor.Singleton<IActiveSessionStore, PostgresActiveSessionStore>());

        services.AddDataProtection();
        services.AddSingleton<PostgresKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<PostgresKeyRing>((options, keys) => options.XmlRepository = keys);
        services.AddHealthChecks().AddCheck<DatabaseAvailability>(HealthCheck);
        return services;
    }
}
