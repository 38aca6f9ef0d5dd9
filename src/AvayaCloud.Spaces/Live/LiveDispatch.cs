namespace AvayaCloud.Spaces;

/// <summary>What the server says, turned into events and answers.</summary>
internal sealed class LiveDispatch(LiveChannels channels, PendingSends sends, LiveBroadcast broadcast)
{
    /// <returns>What is to be answered at once, if anything: a presence of ours to somebody who came.</returns>
    public (string Name, JsonObject Payload)? Take(string name, JsonElement payload)
    {
        switch (name)
        {
            case "MESSAGE_SENT":
                Message(payload);
                return null;
            case "SEND_MESSAGE_FAILED":
                sends.Failed(payload);
                return null;
            case "PRESENCE_EVENT_RESPONSE":
                return Presence(payload);
            case "MEDIA_SESSION_RESPONSE":
                broadcast.Publish(
                    new LiveEvent.Media(
                        payload.Text("topicId") ?? "", payload.Text("category") ?? "", payload.Sender(), payload.Member("content")));
                return null;
            case "CHANNEL_UNSUBSCRIBED" when payload.ChannelId() is { } id:
                channels.Remove(id);
                broadcast.Publish(new LiveEvent.Unsubscribed(id));
                return null;
            case "SUBSCRIBE_CHANNEL_FAILED" when payload.ChannelId() is { } id:
                Refused(id, payload.Member("error").Text("message"));
                return null;
            default:
                broadcast.Publish(new LiveEvent.Unknown(name, payload));
                return null;
        }
    }

    private void Message(JsonElement payload)
    {
        var category = payload.Text("category") ?? "";
        var spaceId = payload.Text("topicId") ?? "";
        if (category.StartsWith("topic.", StringComparison.Ordinal))
        {
            broadcast.Publish(new LiveEvent.SpaceChanged(spaceId, category, payload.Text("topicTitle")));
            return;
        }

        if (payload.Message() is not { } message)
            return;
        if (category.EndsWith(".deleted", StringComparison.Ordinal))
        {
            channels.Find(spaceId)?.Forget(message.Id);
            broadcast.Publish(new LiveEvent.MessageDeleted(spaceId, message.Id));
            return;
        }

        if (channels.Find(spaceId)?.Take(message) is { } told)
            broadcast.Publish(told);
        sends.Sent(payload.Text(LiveJson.Loopback), message);
    }

    private (string Name, JsonObject Payload)? Presence(JsonElement payload)
    {
        // Only the sender's own carries what it was marked by.
        if (payload.Member(LiveJson.Loopback).ValueKind != JsonValueKind.Undefined)
            return null;
        if (payload.Text("topicId") is not { } id || channels.Find(id) is not { } channel || payload.Person() is not { } person)
            return null;
        switch (payload.Text("category"))
        {
            case PresenceEvent.Online:
                channel.Came(person);
                broadcast.Publish(new LiveEvent.Present(id, person));
                // The roster convention: who is there answers a newcomer, and nobody answers an answer [repo LT k6/src/chat.js].
                return channel.Announced is { } ours && IsToAll(payload) ? PresenceEvent.Of(PresenceEvent.Online, id, ours, person) : null;
            case PresenceEvent.Leaves when channel.Went(person):
                broadcast.Publish(new LiveEvent.Left(id, person));
                return null;
            case PresenceEvent.RequestAll:
                return channel.Announced is { } asked ? PresenceEvent.Of(PresenceEvent.Online, id, asked, person) : null;
            case PresenceEvent.Typing:
                broadcast.Publish(new LiveEvent.Typing(id, person));
                return null;
            default:
                return null;
        }
    }

    private void Refused(string spaceId, string? message)
    {
        if (channels.Find(spaceId) is not { } channel)
            return;
        channels.Remove(spaceId);
        channel.Answer.TrySetResult(new SpacesOutcome<LiveSubscription>.Forbidden(ErrorMessage.Sanitize(message)));
        broadcast.Publish(
            new LiveEvent.SubscriptionRefused(
                spaceId, new SpacesError(SpacesErrorKind.Forbidden, Message: ErrorMessage.Sanitize(message))));
    }

    private static bool IsToAll(JsonElement payload) =>
        payload.Member("receivers") is not { ValueKind: JsonValueKind.Array } receivers || receivers.GetArrayLength() == 0;
}
