using System.Net.Mime;

namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>Service apps as callers of the API, and the download of their keys.</summary>
internal static class ServiceAppEndpoints
{
    public const string KeysPath = "/_sandbox/service-keys/";

    public static void AddServiceApps(this IServiceCollection services)
    {
        // Its constructor is internal.
        services.AddSingleton(it => new SandboxServiceApps(
            it.GetRequiredService<SandboxOptions>(),
            it.GetRequiredService<DemoUsers>(),
            it.GetRequiredService<PeopleStore>(),
            it.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ServiceAppTokens>().AddSingleton<AppEndpoints>();
    }

    /// <summary>Other sites cannot read a key: <see cref="Hosting.HostCheck"/> rejects their names, and there is no CORS.</summary>
    public static void MapServiceApps(this IEndpointRouteBuilder app)
    {
        // Created at startup: their accounts must exist before an invitation names one.
        var apps = app.ServiceProvider.GetRequiredService<SandboxServiceApps>();
        app.ServiceProvider.GetRequiredService<AppEndpoints>().Map(new ApiRoutes(app));
        app.MapGet(KeysPath + "{name}", (string name) => apps.All.FirstOrDefault(it => it.Name == name) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(found.KeyFile), MediaTypeNames.Application.Json, found.FileName)
            : Results.NotFound());
    }
}
