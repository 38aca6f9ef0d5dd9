namespace AvayaCloud.Sandbox.Live;

/// <summary>SUBSCRIBE_CHANNEL and its opposite [docs D/api/socket/subscribe_channel].</summary>
internal sealed class SpaceChannels(SandboxState state)
{
    public void Subscribe(LiveSession session, Caller caller, JsonObject payload)
    {
        // What the web client says when it leaves [repo LT k6/src/chat.js]; it names no channel and waits for nothing.
        if (payload.Member("channel").Flag("connected") == false)
            return;
        if (Topic.IdOf(payload) is not { } id || state.Spaces.Find(id) is not { } space)
        {
            Refuse(session, payload, "invalid.parameters", "There is no such channel.");
            return;
        }

        if (Rights.Refusal(space, caller, Right.Read, payload.Member("channel").Text("password")) is ApiAnswer.Refused refused)
        {
            Refuse(session, payload, refused.Error, refused.Message);
            return;
        }

        session.Listen(id);
        session.Emit(
            "CHANNEL_SUBSCRIBED", new JsonObject { ["channel"] = Topic.Of(id), ["dtsid"] = "1234", ["sessionId"] = session.SessionId });
    }

    public static void Unsubscribe(LiveSession session, JsonObject payload)
    {
        if (Topic.IdOf(payload) is not { } id)
            return;
        session.Ignore(id);
        session.Emit("CHANNEL_UNSUBSCRIBED", new JsonObject { ["channel"] = Topic.Of(id) });
    }

    private static void Refuse(LiveSession session, JsonObject payload, string code, string message) =>
        session.Emit("SUBSCRIBE_CHANNEL_FAILED", new JsonObject
        {
            ["channel"] = payload["channel"]?.DeepClone(),
            ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
        });
}
