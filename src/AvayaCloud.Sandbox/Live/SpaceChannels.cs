namespace AvayaCloud.Sandbox.Live;

/// <summary>SUBSCRIBE_CHANNEL and UNSUBSCRIBE_CHANNEL. The channel of a space is its topic [docs D/api/socket/subscribe_channel].</summary>
internal sealed class SpaceChannels(SandboxState state)
{
    public void Subscribe(LiveSession session, Caller caller, JsonObject payload)
    {
        var channel = payload.GetMember("channel");
        // The web client sends this when it leaves [repo LT k6/src/chat.js]. It names no channel and expects no response.
        if (channel.GetBoolean("connected") == false)
            return;
        var space = GetSpaceId(payload) is { } id ? state.Spaces.Find(id) : null;
        var error = space is null
            ? ApiError.BadRequest("There is no such channel.")
            : Permissions.Check(space, caller, Permission.Read, channel.GetString("password"));
        if (error is not null)
        {
            session.Emit(
                "SUBSCRIBE_CHANNEL_FAILED", new JsonObject { ["channel"] = channel?.DeepClone(), ["error"] = error.ToJson() });
            return;
        }

        session.Subscribe(space!.Id);
        session.Emit(
            "CHANNEL_SUBSCRIBED",
            new JsonObject { ["channel"] = CreateChannel(space.Id), ["dtsid"] = "1234", ["sessionId"] = session.SessionId });
    }

    public static void Unsubscribe(LiveSession session, JsonObject payload)
    {
        if (GetSpaceId(payload) is { } id)
            Unsubscribe(session, id);
    }

    public static void Unsubscribe(LiveSession session, string spaceId)
    {
        session.Unsubscribe(spaceId);
        session.Emit("CHANNEL_UNSUBSCRIBED", new JsonObject { ["channel"] = CreateChannel(spaceId) });
    }

    private static JsonObject CreateChannel(string spaceId) => new() { ["_id"] = spaceId, ["type"] = "topic" };

    /// <summary>Null for another type of channel.</summary>
    private static string? GetSpaceId(JsonObject payload)
    {
        var channel = payload.GetMember("channel");
        return channel.GetString("type") is null or "topic" ? channel.GetString("_id") : null;
    }
}
