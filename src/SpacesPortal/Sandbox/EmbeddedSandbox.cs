using AvayaCloud.Sandbox;

namespace SpacesPortal.Sandbox;

/// <summary>Starts the sandbox in Development when no Avaya Cloud is configured. Release builds contain neither this folder nor the
/// sandbox.</summary>
internal static class EmbeddedSandbox
{
    private const int DefaultPort = 5081;

    /// <summary>Null outside Development, or when an Avaya Cloud is configured.</summary>
    public static async Task<IAsyncDisposable?> StartAsync(
        WebApplicationBuilder builder, CancellationToken cancellationToken = default)
    {
        var avaya = builder.Configuration.GetSection(AvayaCloudDefaults.Section);
        if (!builder.Environment.IsDevelopment() || !IsWanted(avaya))
            return null;

        // The sandbox starts before the settings are checked; one that cannot be read has its default until then.
        builder.Services.AddOptions<SandboxOptions>().BindSettings(SandboxOptions.Section);
        var section = builder.Configuration.GetSection(SandboxOptions.Section);
        var options = section.ReadInto(new SandboxOptions { Port = DefaultPort });
        section.GetSection(nameof(SandboxOptions.RedirectUris)).Bind(options.RedirectUris);
        options.ClientId ??= avaya["ClientId"];
        options.ClientSecret ??= avaya["ClientSecret"];
        var sandbox = await SandboxServer.StartAsync(options, cancellationToken: cancellationToken);

        Configure(avaya, sandbox);
        builder.Services.AddSingleton(sandbox).AddHostedService<Banner>();
        return sandbox;
    }

    private static bool IsWanted(IConfigurationSection avaya) =>
        avaya["IdentityUrl"] is not { Length: > 0 }
        && (avaya["Environment"] is not { Length: > 0 } environment
            || string.Equals(environment, nameof(AvayaCloudEnvironment.Sandbox), StringComparison.OrdinalIgnoreCase));

    private static void Configure(IConfigurationSection avaya, SandboxServer sandbox)
    {
        var address = sandbox.Address.AbsoluteUri.TrimEnd('/');
        avaya["Environment"] = nameof(AvayaCloudEnvironment.Sandbox);
        avaya["IdentityUrl"] = address;
        avaya["SpacesUrl"] ??= address + "/api";
        avaya["SocketUrl"] ??= address;
        avaya["ClientId"] = sandbox.Client.ClientId;
        avaya["ClientSecret"] = sandbox.Client.ClientSecret;
    }
}
