namespace AvayaCloud.Spaces;

/// <summary>An array; elements of a wrong type and those beyond reason are left out, anything else than an array is empty.</summary>
internal sealed class LenientList<T> : ListConverter<T>
    where T : class;

/// <summary>How both kinds of list are read.</summary>
internal abstract class ListConverter<T> : ReadingConverter<IReadOnlyList<T>>
    where T : class
{
    // Four megabytes of "{}," would otherwise become a million objects.
    private const int Largest = 1000;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        var element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (list.Count >= Largest)
                reader.Skip();
            else if (Element(ref reader, element) is { } value)
                list.Add(value);
        }

        return list;
    }

    private static T? Element(ref Utf8JsonReader reader, JsonTypeInfo<T> element)
    {
        if (element.Kind != JsonTypeInfoKind.Object || reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, element);
        reader.Skip();
        return null;
    }
}

/// <summary>The array that an answer is about: without it the answer is a bad one, not an empty one.</summary>
internal sealed class RequiredList<T> : ListConverter<T>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray ? base.Read(ref reader, typeToConvert, options) : throw new JsonException("No array.");
}

/// <summary>An object, or null for everything else.</summary>
internal sealed class LenientObject<T> : ReadingConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        reader.Skip();
        return null;
    }
}

/// <summary>How many elements an array has, without keeping them.</summary>
internal sealed class ArrayLength : ReadingConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var length = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; length++)
            reader.Skip();
        return length;
    }
}
