namespace SpacesPortal.Hosting;

/// <summary>Checks the log levels with the other settings. The framework would throw on the first wrong one while the host is built, so a
/// wrong one is taken out of the configuration before.</summary>
internal sealed class LogLevels
{
    private const string Section = "LogLevel";

    public static void Check(WebApplicationBuilder builder)
    {
        var options = builder.Services.AddOptions<LogLevels>().ValidateOnStart();
        var logging = builder.Configuration.GetSection("Logging");
        var providers = logging.GetChildren().Where(child => !string.Equals(child.Key, Section, StringComparison.OrdinalIgnoreCase));
        foreach (var level in providers.Prepend(logging).SelectMany(owner => owner.GetSection(Section).GetChildren()).ToList())
        {
            if (level.Value is not { Length: > 0 } text || SettingsBinding.FindError(typeof(LogLevel), text) is not { } error)
                continue;
            options.Validate(_ => false, $"{level.Path} {error}");
            level.Value = "";
        }
    }
}
