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

/// <summary>An object, or null for anything else. Belongs on a property: as the converter of the type it would call itself.</summary>
internal sealed class LenientObject<T> : JsonConverter<T?>
    where T : class
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, TypeInfo(options));
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            JsonSerializer.Serialize(writer, value, TypeInfo(options));
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
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
