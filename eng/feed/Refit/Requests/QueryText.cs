using System.Reflection;

namespace Refit;

internal static class QueryText
{
    /// <summary>Pairs without a value are left out; keys and values are escaped.</summary>
    public static string Of(IEnumerable<(string Key, string? Value)> pairs) => string.Join('&', pairs
        .Where(pair => pair.Value is not null)
        .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value!)}"));
}

internal static class ReadableProperties
{
    public static IEnumerable<PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.GetMethod is { IsPublic: true });
}
