namespace AvayaCloud.Spaces;

/// <summary>How requests are written: members that are null are left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(WireTime)])]
[JsonSerializable(typeof(UserSettingsChange))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(BulkOperation[]))]
[JsonSerializable(typeof(IReadOnlyList<BulkOperation>))]
[JsonSerializable(typeof(SpaceChange))]
[JsonSerializable(typeof(SpacePreference))]
[JsonSerializable(typeof(RoleChange))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(LivePresence))]
[JsonSerializable(typeof(MuteAllRequest))]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(DownloadRequest))]
[JsonSerializable(typeof(GuestRequest))]
[JsonSerializable(typeof(DiscoverRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;

/// <summary>ISO 8601 in UTC with milliseconds [wire 4.0].</summary>
internal sealed class WireTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests are written, not read.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}

/// <summary>The API's names of our values.</summary>
internal static class WireFormat
{
    /// <returns>Null for the zero value, Unknown.</returns>
    public static string? ToWire<T>(this T value)
        where T : struct, Enum =>
        value.Equals(default(T)) ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string ToWire(this SpaceRole role) =>
        ToWire<SpaceRole>(role) ?? throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role cannot be assigned.");
}
