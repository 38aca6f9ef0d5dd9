using AvayaCloud.Identity;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Hosting;

/// <summary>In Development, without an Avaya Cloud to talk to, the portal brings its own.</summary>
internal static class EmbeddedSandbox
{
    /// <summary>Null where the settings name another Avaya Cloud, and always in Production.</summary>
    public static async Task<SandboxServer?> StartSandboxAsync(this WebApplicationBuilder builder, CancellationToken cancellationToken = default)
    {
        var avaya = builder.Configuration.GetSection(AvayaCloudDefaults.Section);
        if (builder.Environment.IsDevelopment() && avaya["Environment"] is not { Length: > 0 } && avaya["IdentityUrl"] is not { Length: > 0 })
            avaya["Environment"] = nameof(AvayaCloudEnvironment.Sandbox);
        var isWanted = string.Equals(avaya["Environment"], nameof(AvayaCloudEnvironment.Sandbox), StringComparison.OrdinalIgnoreCase);
        if (!isWanted || avaya["IdentityUrl"] is { Length: > 0 } || builder.Environment.IsProduction())
            return null;

        var options = builder.Configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new SandboxOptions();
        options.ClientId ??= avaya["ClientId"];
        options.ClientSecret ??= avaya["ClientSecret"];
        var sandbox = await SandboxServer.StartAsync(options, cancellationToken: cancellationToken);

        var address = sandbox.Address.AbsoluteUri.TrimEnd('/');
        avaya["IdentityUrl"] = address;
        avaya["SpacesUrl"] ??= address + "/api";
        avaya["SocketUrl"] ??= address;
        avaya["ClientId"] = sandbox.Client.ClientId;
        avaya["ClientSecret"] = sandbox.Client.ClientSecret;
        builder.Services.AddSingleton(sandbox);
        return sandbox;
    }
}
