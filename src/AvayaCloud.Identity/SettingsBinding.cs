using AvayaCloud.Identity;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Binds configuration sections to options. A value that cannot be read keeps its default and is a validation failure, so that all
/// errors are reported at once; the framework's binder throws on the first one.</summary>
public static class SettingsBinding
{
    /// <summary>Binds the section whose keys are the properties of the options, and validates them at startup.</summary>
    public static OptionsBuilder<TOptions> BindSettings<TOptions>(this OptionsBuilder<TOptions> builder, string section)
        where TOptions : class
    {
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new ReadableSettings<TOptions>(provider.GetRequiredService<IConfiguration>().GetSection(section)));
        return builder
            .Configure<IConfiguration>((options, configuration) => configuration.GetSection(section).ReadInto(options))
            .ValidateOnStart();
    }

    /// <summary>Sets every property whose value can be read, for options that are needed before the app is built.</summary>
    public static TOptions ReadInto<TOptions>(this IConfigurationSection section, TOptions options)
        where TOptions : class
    {
        SettingsReader.Read(section, options);
        return options;
    }

    /// <summary>Why the text cannot be read as the type, and the fix; null if it can.</summary>
    public static string? FindError(Type type, string text) => SettingValue.FindError(type, text);
}
