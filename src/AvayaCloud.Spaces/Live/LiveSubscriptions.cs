namespace AvayaCloud.Spaces;

/// <summary>What follows a subscription on each connection: the own presence, and the missed messages.</summary>
internal sealed class LiveSubscriptions(ConcurrentDictionary<string, LiveChannel> channels, LiveCatchUp catchUp, LiveBroadcast broadcast)
{
    /// <summary>Handles the server's confirmation of a subscription.</summary>
    public async Task OnSubscribedAsync(
        JsonElement payload, DateTimeOffset now, Func<LiveCommand, CancellationToken, Task> sendAsync, CancellationToken cancellationToken)
    {
        if (payload.GetChannelId() is not { } id || channels.GetValueOrDefault(id) is not { } channel)
            return;
        var missedFrom = channel.CaughtUpTo;
        channel.OnSubscribed(now);
        if (missedFrom is not null)
            channel.DeferMessages();
        var subscription = new LiveSubscription(id, payload.GetText("sessionId"));
        channel.Confirmation.TrySetResult(new SpacesOutcome<LiveSubscription>.Ok(subscription));
        broadcast.Publish(new LiveEvent.Subscribed(id));
        if (channel.OwnPresence is { } presence)
            await sendAsync(LiveCommand.SendPresence(PresenceCategory.Online, id, presence), cancellationToken);
        if (missedFrom is { } since)
            await CatchUpAsync(channel, since, cancellationToken);
    }

    private async Task CatchUpAsync(LiveChannel channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var missed = MissedMessages.None(since);
        try
        {
            missed = await catchUp.FetchAsync(channel.SpaceId, since, cancellationToken);
            if (missed.Error is { } error)
                broadcast.Publish(new LiveEvent.Gap(channel.SpaceId, error));
        }
        catch (OperationCanceledException)
        {
            // The next connection starts from the same moment.
        }

        foreach (var liveEvent in channel.CompleteCatchUp(missed, cancellationToken.IsCancellationRequested ? since : null))
            broadcast.Publish(liveEvent);
    }
}
