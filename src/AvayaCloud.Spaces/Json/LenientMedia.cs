using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AvayaCloud.Spaces;

/// <summary>
/// Presence goes both ways, so this one of the lenient converters writes, too. On the property, not for the type: there it would find
/// itself.
/// </summary>
internal sealed class LenientMedia : JsonConverter<LiveMedia?>
{
    public override bool HandleNull => true;

    public override LiveMedia? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, Media(options));
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, LiveMedia? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            JsonSerializer.Serialize(writer, value, Media(options));
    }

    private static JsonTypeInfo<LiveMedia> Media(JsonSerializerOptions options) =>
        (JsonTypeInfo<LiveMedia>)options.GetTypeInfo(typeof(LiveMedia));
}
