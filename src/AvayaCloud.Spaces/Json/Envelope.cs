namespace AvayaCloud.Spaces;

/// <summary>One object, bare or wrapped. Avaya does both: bare (<c>/spaces/{id}</c>), in <c>data</c> (personal room), as the first element
/// of <c>data</c> (direct, settings), in <c>topic</c> (join) [wire 4.0].</summary>
/// <param name="Value">Null when the object or its id is missing.</param>
internal sealed record Envelope<T>(T? Value)
    where T : class, IIdentified;

/// <summary>Finds the object in any of the wrappers.</summary>
internal sealed class EnvelopeConverter<T> : ReadOnlyConverter<Envelope<T>>
    where T : class, IIdentified
{
    private static readonly string[] Wrappers = ["data", "topic"];

    public override Envelope<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = Unwrap(JsonElement.ParseValue(ref reader));
        var value = json.ValueKind == JsonValueKind.Object ? json.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) : null;
        return new Envelope<T>(value is { Id.Length: > 0 } ? value : null);
    }

    private static JsonElement Unwrap(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return default;
        foreach (var name in Wrappers)
        {
            if (!root.TryGetProperty(name, out var inner))
                continue;
            if (inner.ValueKind == JsonValueKind.Object)
                return inner;
            if (inner.ValueKind == JsonValueKind.Array)
                return inner.GetArrayLength() > 0 ? inner[0] : default;
        }

        return root;
    }
}
