namespace AvayaCloud.Spaces;

/// <summary>Turns what the server sends into events and outcomes.</summary>
internal sealed class LiveDispatcher(ConcurrentDictionary<string, LiveChannel> channels, PendingSends sends, LiveBroadcast broadcast)
{
    /// <returns>What to send back at once, if anything.</returns>
    public LiveCommand? Handle(string name, JsonElement payload)
    {
        switch (name)
        {
            case "MESSAGE_SENT":
                HandleMessage(payload);
                break;
            case "SEND_MESSAGE_FAILED":
                sends.Reject(payload);
                break;
            case "PRESENCE_EVENT_RESPONSE":
                return HandlePresence(payload);
            case "MEDIA_SESSION_RESPONSE":
                PublishMedia(payload);
                break;
            case "CHANNEL_UNSUBSCRIBED" when payload.GetChannelId() is { } id:
                channels.TryRemove(id, out _);
                broadcast.Publish(new LiveEvent.Unsubscribed(id));
                break;
            case "SUBSCRIBE_CHANNEL_FAILED" when payload.GetChannelId() is { } id:
                RejectSubscription(id, ErrorMessage.Sanitize(payload.GetMember("error").GetText("message")));
                break;
            default:
                broadcast.Publish(new LiveEvent.Unknown(name, payload));
                break;
        }

        return null;
    }

    private void PublishMedia(JsonElement payload)
    {
        var spaceId = payload.GetText("topicId") ?? "";
        var category = payload.GetText("category") ?? "";
        broadcast.Publish(new LiveEvent.Media(spaceId, category, payload.ReadSender(), payload.GetMember("content")));
    }

    private void HandleMessage(JsonElement payload)
    {
        var category = payload.GetText("category") ?? "";
        var spaceId = payload.GetText("topicId") ?? "";
        if (category.StartsWith("topic.", StringComparison.Ordinal))
        {
            broadcast.Publish(new LiveEvent.SpaceChanged(spaceId, category, payload.GetText("topicTitle")));
            return;
        }

        if (payload.ReadMessage() is not { } message)
            return;
        if (category.EndsWith(".deleted", StringComparison.Ordinal))
        {
            channels.GetValueOrDefault(spaceId)?.MarkDeleted(message.Id);
            broadcast.Publish(new LiveEvent.MessageDeleted(spaceId, message.Id));
            return;
        }

        if (channels.GetValueOrDefault(spaceId)?.Receive(message) is { } received)
            broadcast.Publish(received);
        sends.Complete(payload.GetText(LiveJson.Loopback), message);
    }

    private LiveCommand? HandlePresence(JsonElement payload)
    {
        // Only the echo of our own event has this member.
        if (payload.GetMember(LiveJson.Loopback).ValueKind != JsonValueKind.Undefined)
            return null;
        if (payload.GetText("topicId") is not { } id || channels.GetValueOrDefault(id) is not { } channel)
            return null;
        if (payload.ReadParticipant() is not { } participant)
            return null;
        switch (payload.GetText("category"))
        {
            case PresenceCategory.Online:
                channel.AddPresent(participant);
                broadcast.Publish(new LiveEvent.Present(id, participant));
                // Those present respond to a newcomer, but not to a response [repo LT k6/src/chat.js].
                return IsToEveryone(payload) ? Respond(channel, participant) : null;
            case PresenceCategory.RequestAll:
                return Respond(channel, participant);
            case PresenceCategory.Leaves when channel.RemovePresent(participant):
                broadcast.Publish(new LiveEvent.Left(id, participant));
                return null;
            case PresenceCategory.Typing:
                broadcast.Publish(new LiveEvent.Typing(id, participant));
                return null;
            default:
                return null;
        }
    }

    private static LiveCommand? Respond(LiveChannel channel, LiveParticipant receiver) => channel.OwnPresence is { } presence
        ? LiveCommand.SendPresence(PresenceCategory.Online, channel.SpaceId, presence, receiver)
        : null;

    private void RejectSubscription(string spaceId, string? message)
    {
        if (!channels.TryRemove(spaceId, out var channel))
            return;
        channel.Confirmation.TrySetResult(new SpacesError(SpacesErrorKind.Forbidden, Message: message));
        broadcast.Publish(new LiveEvent.SubscriptionRefused(spaceId, new SpacesError(SpacesErrorKind.Forbidden, Message: message)));
    }

    private static bool IsToEveryone(JsonElement payload) =>
        payload.GetMember("receivers") is not { ValueKind: JsonValueKind.Array } receivers || receivers.GetArrayLength() == 0;
}
