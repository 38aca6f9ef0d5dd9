namespace AvayaCloud.Spaces;

/// <summary>One object, bare or wrapped. Avaya has it every way: bare (<c>/spaces/{id}</c>), in <c>data</c> (personal room), as the first
/// of <c>data</c> (direct, settings), in <c>topic</c> (join) [wire 4.0].</summary>
/// <param name="Value">Null when there is none, or one without an id.</param>
internal sealed record Envelope<T>(T? Value)
    where T : class, IIdentified;

/// <summary>Finds the object in whatever it is wrapped in.</summary>
internal sealed class EnvelopeConverter<T> : ReadingConverter<Envelope<T>>
    where T : class, IIdentified
{
    private static readonly string[] Wrappers = ["data", "topic"];

    public override Envelope<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var root = JsonElement.ParseValue(ref reader);
        var value = Unwrapped(root) is { ValueKind: JsonValueKind.Object } inner
            ? inner.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
            : null;
        return new Envelope<T>(value is { Id.Length: > 0 } ? value : null);
    }

    private static JsonElement? Unwrapped(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in Wrappers)
        {
            if (!root.TryGetProperty(name, out var inner))
                continue;
            if (inner.ValueKind == JsonValueKind.Object)
                return inner;
            if (inner.ValueKind == JsonValueKind.Array)
                return inner.GetArrayLength() > 0 ? inner[0] : null;
        }

        return root;
    }
}
