namespace AvayaCloud.Spaces;

/// <summary>What follows a subscription on each connection: presence, and the messages that were missed before it.</summary>
internal sealed class LiveSubscriptions(LiveChannels channels, LiveCatchUp catchUp, LiveBroadcast broadcast)
{
    public static JsonObject Request(LiveChannel channel)
    {
        var wanted = new JsonObject { ["_id"] = channel.SpaceId, ["type"] = "topic" };
        if (channel.Pin is { } pin)
            wanted["password"] = pin;
        return new JsonObject { ["channel"] = wanted, ["version"] = "1.1" };
    }

    /// <summary>The server confirmed a subscription: announce presence again, and fetch what was missed.</summary>
    public async Task SubscribedAsync(
        JsonElement payload, DateTimeOffset now, Func<string, JsonObject, CancellationToken, Task> sendAsync,
        CancellationToken cancellationToken)
    {
        if (payload.ChannelId() is not { } id || channels.Find(id) is not { } channel)
            return;
        var missedFrom = channel.Known;
        channel.Begin(now);
        if (missedFrom is not null)
            channel.Hold();
        channel.Answer.TrySetResult(new SpacesOutcome<LiveSubscription>.Ok(new LiveSubscription(id, payload.Text("sessionId"))));
        broadcast.Publish(new LiveEvent.Subscribed(id));
        if (channel.Announced is { } presence)
        {
            var (name, content) = PresenceEvent.Of(PresenceEvent.Online, id, presence);
            await sendAsync(name, content, cancellationToken);
        }

        if (missedFrom is { } since)
            await CatchUpAsync(channel, since, cancellationToken);
    }

    private async Task CatchUpAsync(LiveChannel channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var missed = MissedMessages.Nothing(since);
        try
        {
            missed = await catchUp.FetchAsync(channel.SpaceId, since, cancellationToken);
            if (missed.Error is { } error)
                broadcast.Publish(new LiveEvent.Gap(channel.SpaceId, error));
        }
        catch (OperationCanceledException)
        {
            // The next connection begins where this one did.
        }

        foreach (var it in channel.Release(missed, cancellationToken.IsCancellationRequested ? since : null))
            broadcast.Publish(it);
    }
}
