using System.Text.Json;

namespace AvayaCloud.Identity;

/// <summary>Members that may be absent or of another type: then they are not there.</summary>
internal static class JsonText
{
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
