namespace AvayaCloud.Sandbox.Live;

/// <summary>A space as something to listen to.</summary>
internal static class Topic
{
    public static JsonObject Of(string spaceId) => new() { ["_id"] = spaceId, ["type"] = "topic" };

    /// <summary>The id of the space that is meant; null when it is no such channel.</summary>
    public static string? IdOf(JsonNode? payload) =>
        payload.Member("channel") is { } channel && channel.Text("type") is null or "topic" ? payload.Member("channel").Text("_id") : null;
}
