namespace AvayaCloud.Spaces;

/// <summary>An event from the client to the server.</summary>
internal sealed record LiveCommand(string Name, JsonObject Payload)
{
    /// <summary>[docs D/api/socket/subscribe_channel]</summary>
    public static LiveCommand Subscribe(LiveChannel channel)
    {
        var topic = new JsonObject { ["_id"] = channel.SpaceId, ["type"] = "topic" };
        if (channel.Pin is { } pin)
            topic["password"] = pin;
        return new LiveCommand("SUBSCRIBE_CHANNEL", new JsonObject { ["channel"] = topic, ["version"] = "1.1" });
    }

    public static LiveCommand Unsubscribe(string spaceId)
    {
        var topic = new JsonObject { ["type"] = "topic", ["_id"] = spaceId };
        return new LiveCommand("UNSUBSCRIBE_CHANNEL", new JsonObject { ["channel"] = topic });
    }

    /// <summary>[docs D/api/socket/send_message]</summary>
    public static LiveCommand SendMessage(string spaceId, NewMessage message, string correlationId)
    {
        var payload = JsonSerializer.SerializeToNode(message.ToRequest(), RequestJson.Default.MessageRequest)!.AsObject();
        payload["category"] = message.Category.ToWire();
        payload["topicId"] = spaceId;
        payload[LiveJson.Loopback] = correlationId;
        return new LiveCommand("SEND_MESSAGE", payload);
    }

    /// <summary>[docs Z/api/socket/send_presence_event]</summary>
    /// <param name="receiver">Null for everyone in the space.</param>
    public static LiveCommand SendPresence(string category, string spaceId, LivePresence? presence, LiveParticipant? receiver = null)
    {
        var receivers = new JsonArray();
        if (receiver is not null)
            receivers.Add((JsonNode)new JsonObject { ["_id"] = receiver.Id, ["type"] = receiver.Type });
        return new LiveCommand("SEND_PRESENCE_EVENT", new JsonObject
        {
            ["category"] = category,
            ["topicId"] = spaceId,
            ["content"] = JsonSerializer.SerializeToNode(presence ?? new LivePresence(), RequestJson.Default.LivePresence),
            ["receivers"] = receivers,
            // Marks our own event when the server sends it back.
            [LiveJson.Loopback] = true,
        });
    }
}
