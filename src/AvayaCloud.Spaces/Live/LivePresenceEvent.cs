using System.Text.Json;
using System.Text.Json.Nodes;

namespace AvayaCloud.Spaces;

/// <summary>SEND_PRESENCE_EVENT as it is written [docs Z/api/socket/send_presence_event].</summary>
internal static class LivePresenceEvent
{
    public const string Name = "SEND_PRESENCE_EVENT";
    public const string Online = "app.event.presence.party.online";
    public const string Leaves = "app.event.presence.party.leaves";
    public const string RequestAll = "app.event.presence.request.parties";
    public const string Typing = "party.typing";

    /// <param name="to">Null: to everybody.</param>
    public static (string Name, JsonObject Payload) Of(string category, string spaceId, LivePresence? presence, LivePerson? to = null) =>
        (Name, new JsonObject
    {
        ["category"] = category,
        ["topicId"] = spaceId,
        ["content"] = JsonSerializer.SerializeToNode(presence ?? new LivePresence(), RequestJson.Default.LivePresence),
        ["receivers"] = to is null ? new JsonArray() : new JsonArray(new JsonObject { ["_id"] = to.Id, ["type"] = to.Type }),
        // By this we know our own when it comes back.
        [LiveReader.Loopback] = true,
    });
}
