using System.Net.Mime;

namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>Service apps as callers, and the download of their keys.</summary>
internal static class ServiceAppEndpoints
{
    public const string Keys = "/_sandbox/service-keys/";

    public static void AddServiceApps(this IServiceCollection services)
    {
        services.AddSingleton(
            it =>
                new SandboxServiceApps(
                    it.GetRequiredService<SandboxOptions>(), it.GetRequiredService<Cast>(), it.GetRequiredService<PeopleStore>(),
                    it.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallerReader, ServiceAppReader>()
            .AddSingleton<ICallerReader, SpaceAccessReader>()
            .AddSingleton<AppEndpoints>();
    }

    /// <summary>No page of another site can read a key: the sandbox answers to loopback names only, and allows no other origin.</summary>
    public static void MapServiceApps(this IEndpointRouteBuilder app)
    {
        // They are in the company before anybody invites them.
        var apps = app.ServiceProvider.GetRequiredService<SandboxServiceApps>();
        app.ServiceProvider.GetRequiredService<AppEndpoints>().Map(new ApiRoutes(app));
        app.MapGet(Keys + "{name}", (string name) => apps.All.FirstOrDefault(it => it.Name == name) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(found.KeyFile), MediaTypeNames.Application.Json, found.FileName)
            : Results.NotFound());
    }
}
