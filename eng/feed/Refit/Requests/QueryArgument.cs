using System.Collections;
using System.Reflection;

namespace Refit;

/// <summary>A value, a collection, or an object whose properties each become a pair.</summary>
internal sealed class QueryArgument(ParameterInfo parameter, IReadOnlyList<PropertyInfo> inPath, RefitSettings settings) : Argument(parameter)
{
    private readonly ParameterInfo _parameter = parameter;
    private readonly QueryAttribute _query = parameter.GetCustomAttribute<QueryAttribute>() ?? new QueryAttribute();
    private readonly string _name = NameOf(parameter);

    public override void Apply(RequestDraft draft, object? value)
    {
        if (value is null)
            return;
        foreach (var (key, part) in PartsOf(value))
            Add(draft, key, part);
    }

    private IEnumerable<(string Key, object? Value)> PartsOf(object value)
    {
        if (_query.TreatAsString)
            return [(_name, value.ToString())];
        if (SimpleValue.Is(value))
            return [(_name, value)];
        var prefix = string.IsNullOrWhiteSpace(_query.Prefix) ? string.Empty : _query.Prefix + _query.Delimiter;
        return QueryParts.Of(value, _query.Delimiter, settings, inPath).Select(part => (prefix + part.Key, (object?)part.Value));
    }

    private void Add(RequestDraft draft, string key, object? value)
    {
        if (value is IEnumerable items and not string)
            draft.Query.AddRange(Collection.Texts(items, _parameter, _parameter.ParameterType, _query, settings).Select(text => (key, text)));
        else
            draft.Query.Add((key, settings.UrlParameterFormatter.Format(value, _parameter, _parameter.ParameterType)));
    }
}

internal static class Collection
{
    public static IEnumerable<string?> Texts(IEnumerable items, ICustomAttributeProvider source, Type type, QueryAttribute? query, RefitSettings settings)
    {
        var format = query is { IsCollectionFormatSpecified: true } ? query.CollectionFormat : settings.CollectionFormat;
        var texts = items.Cast<object?>().Select(item => settings.UrlParameterFormatter.Format(item, source, type));
        return format switch
        {
            CollectionFormat.Multi => texts,
            CollectionFormat.Ssv => [string.Join(' ', texts)],
            CollectionFormat.Tsv => [string.Join('\t', texts)],
            CollectionFormat.Pipes => [string.Join('|', texts)],
            _ => [string.Join(',', texts)],
        };
    }
}

internal static class SimpleValue
{
    /// <summary>One pair is enough for it: a text, a number, a date, an address, or a collection of such.</summary>
    public static bool Is(object value) => Is(value.GetType()) || (value is IEnumerable && value.GetType().GetInterfaces()
        .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } items
        && Is(items.GetGenericArguments()[0]));

    private static bool Is(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(bool) || plain == typeof(char) || plain == typeof(Uri)
            || typeof(IFormattable).IsAssignableFrom(plain);
    }
}
