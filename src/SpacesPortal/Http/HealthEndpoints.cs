namespace SpacesPortal.Http;

/// <summary>Alive: the process answers. Ready: it may be sent people. Neither says more to strangers, nor asks Avaya Cloud.</summary>
internal static class Health
{
    private static readonly PathString Live = "/health/live";
    private static readonly PathString Ready = "/health/ready";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        // The first filter is the outermost: it has to stand before the framework's own, which looks at the Host header.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, ByAnyName>());
        return builder;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new() { Predicate = _ => false }).WithMetadata(new NoRefreshAttribute());
        app.MapHealthChecks(Ready).WithMetadata(new NoRefreshAttribute());
    }

    /// <summary>
    /// Balancers and orchestrators ask a replica by its address, or by HTTP/1.0 without a name. What they hear depends on no name, so they
    /// are taken as if they had asked by loopback.
    /// </summary>
    private sealed class ByAnyName : IStartupFilter
    {
        private static readonly HostString Loopback = new("localhost");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Path == Live || context.Request.Path == Ready)
                    context.Request.Host = Loopback;
                return rest(context);
            });
            next(app);
        };
    }
}
