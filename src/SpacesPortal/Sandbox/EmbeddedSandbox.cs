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
        options.ClientId ??= NotEmpty(avaya["ClientId"]);
        options.ClientSecret ??= NotEmpty(avaya["ClientSecret"]);
        // Reported with all other settings; the portal does not start.
        if (options.FindErrors().ToList() is { Count: > 0 } errors)
        {
            builder.Services.AddOptions<SandboxOptions>().Validate(_ => false, string.Join("\n  - ", errors)).ValidateOnStart();
            Configure(avaya, new Uri($"http://localhost:{DefaultPort}"), "none", "none");
            return null;
        }

        var sandbox = await SandboxServer.StartAsync(options, cancellationToken: cancellationToken);
        Configure(avaya, sandbox.Address, sandbox.Client.ClientId, sandbox.Client.ClientSecret);
        builder.Services.AddSingleton(sandbox).AddHostedService<Banner>();
        return sandbox;
    }

    private static bool IsWanted(IConfigurationSection avaya) =>
        avaya["IdentityUrl"] is not { Length: > 0 }
        && (avaya["Environment"] is not { Length: > 0 } environment
            || string.Equals(environment, nameof(AvayaCloudEnvironment.Sandbox), StringComparison.OrdinalIgnoreCase));

    private static string? NotEmpty(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;

    private static void Configure(IConfigurationSection avaya, Uri sandbox, string clientId, string clientSecret)
    {
        var address = sandbox.AbsoluteUri.TrimEnd('/');
        avaya["Environment"] = nameof(AvayaCloudEnvironment.Sandbox);
        avaya["IdentityUrl"] = address;
        avaya["SpacesUrl"] = NotEmpty(avaya["SpacesUrl"]) ?? address + "/api";
        avaya["SocketUrl"] = NotEmpty(avaya["SocketUrl"]) ?? address;
        avaya["ClientId"] = clientId;
        avaya["ClientSecret"] = clientSecret;
    }
}
