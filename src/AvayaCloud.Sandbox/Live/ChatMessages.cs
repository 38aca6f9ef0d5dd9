namespace AvayaCloud.Sandbox.Live;

/// <summary>SEND_MESSAGE: what is said here is in the state, and so in every answer of REST, before anybody hears of it.</summary>
internal sealed class ChatMessages(SandboxState state)
{
    private const string SubscriptionRequired = "app.event.channel.subscription.required";

    public void Send(LiveSession session, Caller caller, JsonObject payload)
    {
        if (payload.Text("topicId") is not { } id || !session.Hears(id) || state.Spaces.Find(id) is not { } space)
        {
            Refuse(session, payload, SubscriptionRequired);
            return;
        }

        if (Draft(payload, caller, space) is { } draft)
            state.Messages.Post(space, draft with { Origin = Echo.Of(session, payload) });
        else
            Refuse(session, payload, category: null);
    }

    private Draft? Draft(JsonObject payload, Caller caller, Space space)
    {
        if (Category(payload.Text("category")) is not { } category)
            return null;
        // The PIN was asked for when the channel was subscribed to.
        var right = category == MessageCategory.Chat ? Right.Chat : Right.Contribute;
        if (Rights.Refusal(space, caller, right, space.Settings.Pin) is not null)
            return null;
        var parent = payload["parentMsg"].Text("_id");
        if (parent is not null && state.Messages.Find(parent)?.SpaceId != space.Id)
            return null;
        return MessageReading.Read(payload, category, new MessageContent(""), space, state, out _) is { } content
            ? new Draft(category, caller.Person, content) { ParentId = parent }
            : null;
    }

    private static MessageCategory? Category(string? name) => name switch
    {
        "chat" => MessageCategory.Chat,
        "idea" => MessageCategory.Idea,
        "task" => MessageCategory.Task,
        _ => null,
    };

    private static void Refuse(LiveSession session, JsonObject payload, string? category)
    {
        var echo = payload.DeepClone().AsObject();
        if (category is not null)
            echo["category"] = category;
        session.Emit("SEND_MESSAGE_FAILED", echo);
    }
}
