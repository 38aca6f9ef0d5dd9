namespace AvayaCloud.Identity;

/// <summary>Members that may be absent or of another type: then they are not there.</summary>
internal static class JsonText
{
    public static string? Text(this JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: no text that anybody could have meant (RFC 8259 section 8.2).
            return null;
        }
    }

    /// <summary>Whether the member is there and says something: null says nothing.</summary>
    public static bool Has(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
