using System.ComponentModel;
using System.Reflection;

namespace SpacesPortal.Hosting;

/// <summary>
/// The binder stops at the first value that it cannot convert, hides every other mistake, and takes texts as they are. So each value is
/// looked at before it is bound. What is wrong is named and replaced by its default, so that the rest can be checked.
/// </summary>
internal static class SettingsReading
{
    private static readonly (string Name, Type Options)[] Sections =
    [
        (PortalOptions.Section, typeof(PortalOptions)),
        (AvayaCloudDefaults.Section, typeof(AvayaCloudSettings)),
        ("Session", typeof(SessionLifetime)),
    ];

    public static IEnumerable<SettingMistake> SetAside(ConfigurationManager configuration) =>
        [.. Sections.SelectMany(section => SetAside(configuration, section.Name, section.Options)), .. LogLevels(configuration)];

    /// <summary>The mistakes of one section, whose keys are the properties of its options.</summary>
    public static IReadOnlyList<SettingMistake> SetAside(ConfigurationManager configuration, string section, Type options)
    {
        var defaults = Activator.CreateInstance(options);
        List<SettingMistake> mistakes = [];
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var key = $"{section}:{property.Name}";
            if (configuration[key] is not { } text || (text.Length == 0 && property.PropertyType == typeof(string)))
                continue;
            var problem = text.Length == 0 ? null : Problem(property, text);
            if (problem is not null)
                mistakes.Add(new SettingMistake(key, problem));
            // An empty value is as good as none, which the binder does not know.
            if (problem is not null || text.Length == 0)
                configuration[key] = TextOf(property.GetValue(defaults));
        }

        return mistakes;
    }

    private static string? Problem(PropertyInfo property, string text)
    {
        if (property.PropertyType != typeof(string))
            return TypedSetting.Problem(property.PropertyType, text);
        return property.Name.EndsWith("Password", StringComparison.Ordinal) ? StrayCharacter.InPassword(text) : StrayCharacter.In(text);
    }

    private static string? TextOf(object? value) =>
        value is null ? null : TypeDescriptor.GetConverter(value).ConvertToInvariantString(value);

    private static List<SettingMistake> LogLevels(ConfigurationManager configuration)
    {
        const string Levels = "LogLevel";
        var logging = configuration.GetSection("Logging");
        var providers = logging.GetChildren().Where(child => !string.Equals(child.Key, Levels, StringComparison.OrdinalIgnoreCase));
        List<SettingMistake> mistakes = [];
        foreach (var level in providers.Prepend(logging).SelectMany(owner => owner.GetSection(Levels).GetChildren()).ToList())
        {
            if (level.Value is not { Length: > 0 } text || TypedSetting.Problem(typeof(LogLevel), text) is not { } problem)
                continue;
            mistakes.Add(new SettingMistake(level.Path, problem));
            level.Value = nameof(LogLevel.Information);
        }

        return mistakes;
    }
}
