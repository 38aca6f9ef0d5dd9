using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace AvayaCloud.Identity;

/// <summary>Reads a section into the properties of its options.</summary>
internal static class SettingsReader
{
    public static void Read(IConfigurationSection section, object options)
    {
        foreach (var (property, text, error) in GetValues(section, options.GetType()))
        {
            if (error is null)
                property.SetValue(options, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(text));
        }
    }

    public static IEnumerable<string> FindErrors(IConfigurationSection section, Type options) =>
        from value in GetValues(section, options)
        where value.Error is not null
        select $"{section.Path}:{value.Property.Name} {value.Error}";

    // An empty value counts as absent, because some environments cannot unset a variable.
    private static IEnumerable<(PropertyInfo Property, string Text, string? Error)> GetValues(
        IConfigurationSection section, Type options) =>
        from property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        let text = section[property.Name]
        where text is { Length: > 0 }
        let isPassword = property.Name.EndsWith("Password", StringComparison.Ordinal)
        let error = isPassword ? SettingValue.FindPasswordError(text) : SettingValue.FindError(property.PropertyType, text)
        select (property, text, error);
}

/// <summary>Fails for each value of the section that cannot be read.</summary>
internal sealed class ReadableSettings<TOptions>(IConfigurationSection section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        SettingsReader.FindErrors(section, typeof(TOptions)).ToList() switch
        {
            [] => ValidateOptionsResult.Success,
            var errors => ValidateOptionsResult.Fail(errors),
        };
}
