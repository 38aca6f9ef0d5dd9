using Microsoft.AspNetCore.Antiforgery;

namespace SpacesPortal.Sessions;

/// <summary>Sign-in and session, and how the Spaces client gets their tokens.</summary>
internal static class SessionSetup
{
    public static WebApplicationBuilder AddPortalSessions(this WebApplicationBuilder builder, PortalOptions portal)
    {
        builder.Services.AddAvayaCloud(settings => settings.PublicUrl = portal.PublicAddress);
        builder.Services.AddAuthorization();
        builder.Services.AddHttpContextAccessor();
        // In Development, too, an unreadable form is the sender's mistake and not an exception.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        builder.Services.AddAntiforgery();
        builder.Services.AddOptions<AntiforgeryOptions>()
            .Configure<IOptions<AvayaCloudSettings>>((options, avaya) => ConfigureAntiforgery(options, avaya.Value.IsHttps));

        // The two libraries do not know each other; here the Spaces client gets the session's tokens.
        builder.Services.AddOptions<SpacesApiOptions>()
            .Configure<IOptions<AvayaCloudSettings>>((spaces, avaya) => spaces.BaseUrl = avaya.Value.Hosts.Spaces);
        builder.Services.AddSpacesApi();
        builder.Services.AddOptions<SpacesLiveOptions>()
            .Configure<IOptions<AvayaCloudSettings>>((live, avaya) => live.SocketUrl = avaya.Value.Hosts.Socket);
        builder.Services.AddSpacesLive();
        builder.Services.AddScoped<IAccessTokenSource, CurrentSessionTokens>();
        builder.Services.AddSingleton<IBackgroundTokens, BackgroundSessionTokens>();
        builder.Services.AddSingleton<ISessionEndObserver, SpaceIndexCleanup>();
        builder.Services.AddSingleton<ISessionEndObserver, LiveFeedCleanup>();
        builder.Services.AddSingleton<SessionChannels>().AddSingleton<PortalMetrics>();
        builder.Services.AddSingleton<ISessionEndObserver>(provider => provider.GetRequiredService<SessionChannels>());
        builder.Services.AddSingleton<IBrowserRefresh>(provider => provider.GetRequiredService<SessionChannels>());
        builder.Services.AddSingleton<Drain>().AddHostedService(provider => provider.GetRequiredService<Drain>());
        builder.Services.AddHealthChecks().AddCheck<Drain>("stopping");
        return builder;
    }

    private static void ConfigureAntiforgery(AntiforgeryOptions options, bool isHttps)
    {
        options.Cookie.Name = isHttps ? "__Host-spaces-form" : "spaces-form";
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        // SecurityHeaders sends DENY.
        options.SuppressXFrameOptionsHeader = true;
    }
}
