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
[JsonSerializable(typeof(InvitationRequest))]
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
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests are written, not read.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));
}

/// <summary>The API's names of our values.</summary>
internal static class WireFormat
{
    public static string ToWire(this SpaceRole role) => role switch
    {
        SpaceRole.Admin => "admin",
        SpaceRole.Guest => "guest",
        SpaceRole.Member => "member",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role cannot be assigned."),
    };

    public static string? ToWire(this SpaceKind kind) => kind switch
    {
        SpaceKind.Group => "group",
        SpaceKind.Direct => "direct",
        SpaceKind.Personal => "personal",
        _ => null,
    };

    /// <summary>Filters take epoch milliseconds [wire 4.0].</summary>
    public static string? ToWire(this DateTimeOffset? time) => time?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public static string? ToWire(this MessageCategory? category) => category switch
    {
        MessageCategory.Chat => "chat",
        MessageCategory.Idea => "idea",
        MessageCategory.Task => "task",
        _ => null,
    };
}
