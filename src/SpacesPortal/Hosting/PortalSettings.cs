namespace SpacesPortal.Hosting;

/// <summary>The section <c>Portal</c>, read once for what is registered and validated when the app starts.</summary>
internal static class PortalSettings
{
    public static PortalOptions AddPortalSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PortalOptions>().BindSettings(PortalOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<PortalOptions>, ValidatePortalOptions>();
        builder.Services.AddOptions<AvayaCloudSettings>().Validate<IHostEnvironment>(
            (avaya, environment) => avaya.Environment != AvayaCloudEnvironment.Sandbox || environment.IsDevelopment(),
            "AvayaCloud:Environment is Sandbox, where anyone can sign in as a demo user: only Development may use it. "
            + "Set it to Production, Staging or Zang.");
        return builder.Configuration.GetSection(PortalOptions.Section).ReadInto(new PortalOptions());
    }
}
