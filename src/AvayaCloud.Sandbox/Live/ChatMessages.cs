namespace AvayaCloud.Sandbox.Live;

/// <summary>SEND_MESSAGE. A message is in the state, and so in responses of the API, before a client receives its event.</summary>
internal sealed class ChatMessages(SandboxState state)
{
    public void Send(LiveSession session, Caller caller, JsonObject payload)
    {
        if (payload.GetString("topicId") is not { } id || !session.IsSubscribed(id) || state.Spaces.Find(id) is not { } space)
        {
            payload["category"] = "app.event.channel.subscription.required";
            session.Emit("SEND_MESSAGE_FAILED", payload);
        }
        else if (CreateDraft(payload, caller, space) is { } draft)
        {
            state.Messages.Post(space, draft with { Origin = new Loopback(session, payload) });
        }
        else
        {
            session.Emit("SEND_MESSAGE_FAILED", payload);
        }
    }

    private Draft? CreateDraft(JsonObject payload, Caller caller, Space space)
    {
        MessageCategory? known = payload.GetString("category") switch
        {
            "chat" => MessageCategory.Chat,
            "idea" => MessageCategory.Idea,
            "task" => MessageCategory.Task,
            _ => null,
        };
        if (known is not { } category)
            return null;
        // The PIN was checked when the client subscribed.
        var permission = category == MessageCategory.Chat ? Permission.Chat : Permission.Contribute;
        if (Permissions.Check(space, caller, permission, space.Settings.Pin) is not null)
            return null;
        var parentId = payload["parentMsg"].GetString("_id");
        if (parentId is not null && state.Messages.Find(parentId)?.SpaceId != space.Id)
            return null;
        return MessageParser.Parse(payload, category, new MessageContent(""), space, state, out _) is { } content
            ? new Draft(category, caller.Person, content) { ParentId = parentId }
            : null;
    }
}
