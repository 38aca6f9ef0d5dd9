using System.Diagnostics.Metrics;
using AvayaCloud.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sign-in with Avaya Cloud and the session that follows from it.</summary>
public static class AvayaCloudExtensions
{
    /// <summary>Reads the sections <c>AvayaCloud</c> and <c>Session</c>. Mistakes stop the start, all named at once.</summary>
    public static AuthenticationBuilder AddAvayaCloud(this IServiceCollection services) => services.AddAvayaCloud(_ => { });

    /// <summary>As above, with settings on top of the configuration's.</summary>
    public static AuthenticationBuilder AddAvayaCloud(this IServiceCollection services, Action<AvayaCloudSettings> configure)
    {
        services.AddOptions<AvayaCloudSettings>().BindSettings(AvayaCloudDefaults.Section).Configure(configure);
        services.AddOptions<SessionLifetime>().BindSettings(SessionLifetime.Section);
        services.AddSingleton<IValidateOptions<AvayaCloudSettings>, ValidateAvayaCloudSettings>();
        services.AddSingleton<IValidateOptions<SessionLifetime>, ValidateSessionLifetime>();

        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.AddProvider().AddSessions();

        return services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = AvayaCloudDefaults.SessionScheme;
                options.DefaultChallengeScheme = AvayaCloudDefaults.AuthenticationScheme;
            })
            .AddCookie(AvayaCloudDefaults.SessionScheme)
            .AddOAuth<AvayaCloudOptions, AvayaCloudHandler>(
                AvayaCloudDefaults.AuthenticationScheme,
                AvayaCloudDefaults.DisplayName,
                options => options.EventsType = typeof(SignInEvents));
    }

    private static IServiceCollection AddProvider(this IServiceCollection services)
    {
        services.ConfigureOptions<ConfigureAvayaCloudOptions>();
        services.AddSingleton(
            provider => new ProviderBackchannel(ProviderBackchannel.CreateHandler(), provider.GetRequiredService<TimeProvider>()));
        services
            .AddSingleton<TokenEndpoint>()
            .AddSingleton<UserInfoEndpoints>()
            .AddSingleton<SignedInUserCompletion>()
            .AddSingleton<SignInExchange>();
        services.AddSingleton<SignInCorrelation>().AddSingleton<ConsumedStates>();
        services.AddHostedService<PkceWarning>();
        return services.AddScoped<SignInEvents>();
    }

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.ConfigureOptions<ConfigureSessionCookie>();
        services.AddMetrics();
        services.AddSingleton(provider => new SessionMetrics(provider.GetRequiredService<IMeterFactory>()));
        services.AddSingleton<TokenProtector>();
        services.TryAddSingleton<ISessionStore, SingleReplicaStore>();
        services.TryAddSingleton<IRevocationStore, InMemoryRevocationStore>();
        services.TryAddSingleton<IActiveSessionStore, InMemoryActiveSessionStore>();
        services.TryAddSingleton<IBrowserRefresh, NoBrowserRefresh>();
        services.AddSingleton<SessionLedger>().AddHostedSingleton<LedgerReplication>();
        services
            .AddSingleton<InFlightRefreshes>()
            .AddSingleton<RefreshTokenGrant>()
            .AddSingleton<TokenRefresher>()
            .AddSingleton<SessionValidator>();
        services.AddSingleton<EndNotifier>().AddSingleton<SessionEnder>().AddHostedSingleton<RevocationQueue>();
        services.AddSingleton<ActiveSessionRecorder>();
        services.AddSingleton(provider => new SessionMonitor(
            provider.GetRequiredService<SessionLedger>(), provider.GetRequiredService<InFlightRefreshes>()));
        services.AddSingleton(provider => new SessionTokens(
            provider.GetRequiredService<SessionLedger>(), provider.GetRequiredService<TokenRefresher>(),
            provider.GetRequiredService<IBrowserRefresh>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SessionSignOut(
            provider.GetRequiredService<SessionEnder>(), provider.GetRequiredService<IActiveSessionStore>(),
            provider.GetRequiredService<SessionMetrics>(), provider.GetRequiredService<ILogger<SessionSignOut>>()));
        return services.AddScoped<SessionCookieEvents>();
    }

    // One instance, for its callers and for the host that starts it.
    private static IServiceCollection AddHostedSingleton<T>(this IServiceCollection services)
        where T : class, IHostedService =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
