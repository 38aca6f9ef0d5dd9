using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>How the API's JSON is read: unknown members ignored, leaves lenient, nesting bounded.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = 32,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(LenientText), typeof(LenientFlag), typeof(LenientTime),
        typeof(LenientList<string>), typeof(LenientList<Email>), typeof(LenientList<Phone>), typeof(LenientList<Address>),
        typeof(LenientList<Language>), typeof(LenientList<License>), typeof(LenientList<Relation>),
    ])]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(SpacesPage))]
[JsonSerializable(typeof(ApiMessage))]
internal sealed partial class SpacesJson : JsonSerializerContext;

/// <summary>The body of a refusal, as far as it is known: a top-level <c>message</c> [repo SDK].</summary>
internal sealed record ApiMessage
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
