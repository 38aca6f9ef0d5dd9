using System.Collections;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Refit;

/// <summary>Takes an object or a dictionary apart into pairs; what is inside one of its values is joined with the delimiter.</summary>
internal static class QueryParts
{
    public static IEnumerable<(string Key, object Value)> Of(
        object value, string delimiter, RefitSettings settings, IReadOnlyList<PropertyInfo> leftOut) => value is IDictionary dictionary
        ? OfDictionary(dictionary, delimiter, settings)
        : OfObject(value, delimiter, settings, leftOut);

    private static IEnumerable<(string Key, object Value)> OfObject(
        object value, string delimiter, RefitSettings settings, IReadOnlyList<PropertyInfo> leftOut)
    {
        foreach (var property in ReadableProperties.Of(value.GetType()).Except(leftOut).Where(IsShown))
        {
            if (property.GetValue(value) is not { } part)
                continue;

            var key = Argument.AliasOf(property) ?? settings.UrlParameterKeyFormatter.Format(property.Name);
            var query = property.GetCustomAttribute<QueryAttribute>();
            if (query?.Format is { } format)
                part = settings.FormUrlEncodedParameterFormatter.Format(part, format)!;

            foreach (var pair in OfProperty(part, key, property, query, delimiter, settings))
                yield return pair;
        }
    }

    private static IEnumerable<(string Key, object Value)> OfProperty(
        object part, string key, PropertyInfo property, QueryAttribute? query, string delimiter, RefitSettings settings)
    {
        if (part is IEnumerable items and not string and not IDictionary)
            return Collection.Texts(items, property, property.PropertyType, query, settings).OfType<string>().Select(text => (key, (object)text));
        return OfValue(part, key, delimiter, settings);
    }

    private static IEnumerable<(string Key, object Value)> OfValue(object part, string key, string delimiter, RefitSettings settings) =>
        SimpleValue.Is(part)
            ? [(key, part)]
            : Of(part, delimiter, settings, leftOut: []).Select(inner => ($"{key}{delimiter}{inner.Key}", inner.Value));

    private static IEnumerable<(string Key, object Value)> OfDictionary(IDictionary dictionary, string delimiter, RefitSettings settings)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            var type = entry.Key.GetType();
            var key = settings.UrlParameterFormatter.Format(entry.Key, type, type);
            if (entry.Value is not { } part || string.IsNullOrWhiteSpace(key))
                continue;
            foreach (var pair in OfValue(part, key, delimiter, settings))
                yield return pair;
        }
    }

    private static bool IsShown(PropertyInfo property) =>
        !property.IsDefined(typeof(IgnoreDataMemberAttribute)) && !property.IsDefined(typeof(JsonIgnoreAttribute));
}
