using System.Text.Json;
using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>A converter that only reads, nulls included: what the API gives is never sent back.</summary>
internal abstract class ReadingConverter<T> : JsonConverter<T>
{
    public sealed override bool HandleNull => true;

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers of the API are read, not written.");
}
