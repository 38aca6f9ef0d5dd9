namespace AvayaCloud.Spaces;

/// <summary>Reads an array, without the elements of a wrong type.</summary>
internal abstract class ListConverter<T> : ReadOnlyConverter<IReadOnlyList<T>>
    where T : class
{
    // Without a limit, four megabytes of "{}," would become a million objects.
    private const int MaxCount = 1000;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        var elementType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (list.Count >= MaxCount)
                reader.Skip();
            else if (ReadElement(ref reader, elementType) is { } value)
                list.Add(value);
        }

        return list;
    }

    protected virtual T? ReadElement(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, type);
        reader.Skip();
        return null;
    }
}

/// <summary>An array; empty for anything else.</summary>
internal sealed class LenientList<T> : ListConverter<T>
    where T : class;

/// <summary>The array that a response consists of. Without it the response is invalid, not empty.</summary>
internal sealed class RequiredList<T> : ListConverter<T>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray ? base.Read(ref reader, typeToConvert, options) : throw new JsonException("No array.");
}

/// <summary>Objects with an <c>_id</c>, or bare ids [docs D/api/spaces/spaces_spaceid_tasks__post] vs [repo BREEZE].</summary>
internal sealed class LenientAssignees : ListConverter<Assignee>
{
    protected override Assignee? ReadElement(ref Utf8JsonReader reader, JsonTypeInfo<Assignee> type)
    {
        var assignee = reader.TokenType == JsonTokenType.StartObject
            ? JsonSerializer.Deserialize(ref reader, type)
            : new Assignee(JsonValueReader.ReadText(ref reader));
        return assignee is { Id: not null } ? assignee : null;
    }
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

/// <summary>The number of elements in an array; null for anything else.</summary>
internal sealed class ArrayLength : ReadOnlyConverter<int?>
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
