using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace AvayaCloud.Identity;

/// <summary>Reads the values of a section by the types of the options' properties.</summary>
internal static class SettingsReader
{
    public static void Read(IConfigurationSection section, object options)
    {
        foreach (var (property, text) in ValuesOf(section, options.GetType()))
        {
            if (FindProblem(property, text) is null)
                property.SetValue(options, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(text));
        }
    }

    public static IEnumerable<string> Mistakes(IConfigurationSection section, Type options) =>
        from value in ValuesOf(section, options)
        let problem = FindProblem(value.Property, value.Text)
        where problem is not null
        select $"{section.Path}:{value.Property.Name} {problem}";

    public static string? FindProblem(Type type, string text)
    {
        if (type != typeof(string))
            return TypedSetting.Problem(type, text);
        return text.Length == 0 ? null : StrayCharacter.In(text);
    }

    private static string? FindProblem(PropertyInfo property, string text) =>
        text.Length > 0 && property.Name.EndsWith("Password", StringComparison.Ordinal)
            ? StrayCharacter.InPassword(text)
            : FindProblem(property.PropertyType, text);

    // An empty value counts as absent: environment variables cannot be unset everywhere.
    private static IEnumerable<(PropertyInfo Property, string Text)> ValuesOf(IConfigurationSection section, Type options) =>
        from property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        let text = section[property.Name]
        where text is { Length: > 0 } || (text is not null && property.PropertyType == typeof(string))
        select (property, text);
}

/// <summary>Fails for each value of the section that cannot be read.</summary>
internal sealed class ReadableSettings<TOptions>(IConfigurationSection section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> mistakes = [.. SettingsReader.Mistakes(section, typeof(TOptions))];
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
