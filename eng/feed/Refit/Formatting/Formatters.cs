using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Refit;

public interface IUrlParameterKeyFormatter
{
    string Format(string key);
}

public interface IUrlParameterFormatter
{
    string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type);
}

public interface IFormUrlEncodedParameterFormatter
{
    string? Format(object? value, string? formatString);
}

public class DefaultUrlParameterKeyFormatter : IUrlParameterKeyFormatter
{
    public virtual string Format(string key) => key;
}

public class CamelCaseUrlParameterKeyFormatter : IUrlParameterKeyFormatter
{
    public string Format(string key) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(key);
}

public class DefaultUrlParameterFormatter : IUrlParameterFormatter
{
    private readonly Dictionary<(Type? Container, Type Parameter), string> _formats = [];

    public void AddFormat<TParameter>(string format) => _formats.Add((null, typeof(TParameter)), format);

    public void AddFormat<TContainer, TParameter>(string format) => _formats.Add((typeof(TContainer), typeof(TParameter)), format);

    public virtual string? Format(object? parameterValue, ICustomAttributeProvider attributeProvider, Type type)
    {
        ArgumentNullException.ThrowIfNull(attributeProvider);
        return parameterValue is null
            ? null
            : InvariantText.Of(parameterValue, OwnFormat(attributeProvider) ?? ConfiguredFormat(type, parameterValue.GetType()));
    }

    private static string? OwnFormat(ICustomAttributeProvider provider)
    {
        var format = provider.GetCustomAttributes(typeof(QueryAttribute), inherit: true).OfType<QueryAttribute>().FirstOrDefault()?.Format;
        return string.IsNullOrWhiteSpace(format) ? null : format;
    }

    private string? ConfiguredFormat(Type container, Type parameter) =>
        _formats.GetValueOrDefault((container, parameter)) ?? _formats.GetValueOrDefault((null, parameter));
}

public class DefaultFormUrlEncodedParameterFormatter : IFormUrlEncodedParameterFormatter
{
    public virtual string? Format(object? value, string? formatString) => value is null ? null : InvariantText.Of(value, formatString);
}

internal static class InvariantText
{
    public static string Of(object value, string? format)
    {
        var pattern = string.IsNullOrWhiteSpace(format) ? "{0}" : $"{{0:{format}}}";
        return string.Format(CultureInfo.InvariantCulture, pattern, EnumMemberName(value) ?? value);
    }

    private static string? EnumMemberName(object value) => value is Enum
        ? value.GetType().GetMember(value.ToString()!)[0].GetCustomAttribute<EnumMemberAttribute>()?.Value
        : null;
}
