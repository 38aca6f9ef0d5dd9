using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Spaces;
using AvayaCloud.Sandbox.State;

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

        var right = payload.Text("category") == "chat" ? Right.Chat : Right.Contribute;
        if (Rights.Refusal(space, caller, right, pin: space.Settings.Pin) is null && SocketDraft.Read(payload, caller.Person) is { } draft && ParentIsThere(draft, id))
            state.Messages.Post(space, draft with { Origin = Echo.Of(session, payload) });
        else
            Refuse(session, payload, category: null);
    }

    private bool ParentIsThere(Draft draft, string spaceId) => draft.ParentId is not { } parent || state.Messages.Find(parent)?.SpaceId == spaceId;

    private static void Refuse(LiveSession session, JsonObject payload, string? category)
    {
        var echo = payload.DeepClone().AsObject();
        if (category is not null)
            echo["category"] = category;
        session.Emit("SEND_MESSAGE_FAILED", echo);
    }
}
