using AvayaCloud.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sign-in with Avaya Cloud, and its session.</summary>
public static class AvayaCloudExtensions
{
    /// <summary>Reads the sections <c>AvayaCloud</c> and <c>Session</c>. All invalid settings are reported at startup.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Overrides the configuration.</param>
    public static AuthenticationBuilder AddAvayaCloud(this IServiceCollection services, Action<AvayaCloudSettings>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings(configure ?? (_ => { })).AddProvider().AddSessions().AddDataProtection();
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

    private static IServiceCollection AddSettings(this IServiceCollection services, Action<AvayaCloudSettings> configure)
    {
        services.AddOptions<AvayaCloudSettings>().BindSettings(AvayaCloudDefaults.Section).Configure(configure);
        services.AddSingleton<IValidateOptions<AvayaCloudSettings>, ValidateAvayaCloudSettings>();
        services.AddOptions<SessionLifetime>().BindSettings(SessionLifetime.Section);
        return services.AddSingleton<IValidateOptions<SessionLifetime>, ValidateSessionLifetime>();
    }

    private static IServiceCollection AddProvider(this IServiceCollection services)
    {
        services.AddOptions<AvayaCloudOptions>(AvayaCloudDefaults.AuthenticationScheme)
            .Configure<IOptions<AvayaCloudSettings>, TimeProvider>(ConfigureAvayaCloudOptions.Configure);
        services.AddSingleton(
            provider => new ProviderBackchannel(ProviderBackchannel.CreateHandler(), provider.GetRequiredService<TimeProvider>()));
        services
            .AddSingleton<TokenEndpoint>()
            .AddSingleton<UserInfoEndpoints>()
            .AddSingleton<SignedInUserCompletion>()
            .AddSingleton<SignInExchange>()
            .AddSingleton<SignInCorrelation>()
            .AddSingleton<ConsumedStates>()
            .AddHostedService<PkceWarning>();
        return services.AddScoped<SignInEvents>();
    }

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddOptions<CookieAuthenticationOptions>(AvayaCloudDefaults.SessionScheme)
            .Configure<
                IOptions<AvayaCloudSettings>, IOptions<SessionLifetime>, IDataProtectionProvider, MeasuredCookieManager, TimeProvider>(
                ConfigureSessionCookie.Configure);
        services.AddMetrics().AddSingleton<SessionMetrics>();
        services.TryAddSingleton<ISessionStore, SingleReplicaStore>();
        services.TryAddSingleton<IRevocationStore, InMemoryRevocationStore>();
        services.TryAddSingleton<IActiveSessionStore, InMemoryActiveSessionStore>();
        services
            .AddSingleton<TokenProtector>()
            .AddSingleton<MeasuredCookieManager>()
            .AddSingleton<SessionLedger>()
            .AddHostedSingleton<LedgerReplication>()
            .AddSingleton<InFlightRefreshes>()
            .AddSingleton<RefreshTokenGrant>()
            .AddSingleton<TokenRefresher>()
            .AddSingleton<SessionValidator>()
            .AddSingleton<SessionEnder>()
            .AddHostedSingleton<RevocationQueue>();
        services.AddSingleton(provider => new SessionMonitor(
            provider.GetRequiredService<SessionLedger>(), provider.GetRequiredService<InFlightRefreshes>()));
        services.AddSingleton(provider => new SessionTokens(
            provider.GetRequiredService<SessionLedger>(), provider.GetRequiredService<TokenRefresher>(),
            provider.GetService<IBrowserRefresh>(), provider.GetRequiredService<TimeProvider>()));
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
