namespace SpacesPortal.Http;

/// <summary>Live: the process responds. Ready: it may receive users. Neither reveals details or calls Avaya Cloud.</summary>
internal static class Health
{
    private static readonly PathString Live = "/health/live";
    private static readonly PathString Ready = "/health/ready";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        // The first filter is the outermost. This one must precede the framework's host filtering.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, AnyHost>());
        return builder;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new() { Predicate = _ => false }).WithMetadata(new NoRefreshAttribute());
        app.MapHealthChecks(Ready).WithMetadata(new NoRefreshAttribute());
    }

    /// <summary>Load balancers and orchestrators address a replica by IP, or use HTTP/1.0 without a host. Health does not depend on the
    /// host, so their requests pass as loopback.</summary>
    private sealed class AnyHost : IStartupFilter
    {
        private static readonly HostString Loopback = new("localhost");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> configure) => app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Path == Live || context.Request.Path == Ready)
                    context.Request.Host = Loopback;
                return next(context);
            });
            configure(app);
        };
    }
}
