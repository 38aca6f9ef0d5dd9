using System.Collections;
using System.Reflection;

namespace Refit;

/// <summary>The fields of a form body: entries of a dictionary, or readable properties of an object.</summary>
internal static class FormFields
{
    public static IEnumerable<KeyValuePair<string, string?>> Of(object? source, RefitSettings settings) => source switch
    {
        null => [],
        IDictionary dictionary => OfDictionary(dictionary, settings),
        _ => ReadableProperties.Of(source.GetType()).SelectMany(property => OfProperty(source, property, settings)),
    };

    private static IEnumerable<KeyValuePair<string, string?>> OfDictionary(IDictionary dictionary, RefitSettings settings)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Value is { } value)
                yield return new(entry.Key.ToString()!, settings.FormUrlEncodedParameterFormatter.Format(value, formatString: null));
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> OfProperty(object source, PropertyInfo property, RefitSettings settings)
    {
        if (property.GetValue(source) is not { } value)
            return [];
        var query = property.GetCustomAttribute<QueryAttribute>();
        var field = FieldName(property, query, settings);
        var format = query is { IsCollectionFormatSpecified: true } ? query.CollectionFormat : settings.CollectionFormat;
        if (value is string or not IEnumerable || format == CollectionFormat.RefitParameterFormatter)
            return [new(field, Text(value))];

        var texts = ((IEnumerable)value).Cast<object?>().Select(Text);
        return format switch
        {
            CollectionFormat.Multi => texts.Select(text => KeyValuePair.Create(field, text)),
            CollectionFormat.Ssv => [new(field, string.Join(' ', texts))],
            CollectionFormat.Tsv => [new(field, string.Join('\t', texts))],
            CollectionFormat.Pipes => [new(field, string.Join('|', texts))],
            _ => [new(field, string.Join(',', texts))],
        };

        string? Text(object? part) => settings.FormUrlEncodedParameterFormatter.Format(part, query?.Format);
    }

    private static string FieldName(PropertyInfo property, QueryAttribute? query, RefitSettings settings)
    {
        var name = Argument.AliasOf(property) ?? settings.ContentSerializer.GetFieldNameForProperty(property) ?? property.Name;
        return string.IsNullOrWhiteSpace(query?.Prefix) ? name : $"{query.Prefix}{query.Delimiter}{name}";
    }
}
