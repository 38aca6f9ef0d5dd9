namespace AvayaCloud.Spaces;

/// <summary>Live events of a person's or a service app's spaces. Connects by itself, and again after every break: subscriptions come back,
/// and what was said meanwhile is fetched. Dispose it when nobody looks any more.</summary>
public sealed class SpacesLive : IAsyncDisposable
{
    private const string Over = "The connection is over.";

    private readonly LiveChannels _channels = new();
    private readonly PendingSends _sends = new();
    private readonly LiveBroadcast _broadcast;
    private readonly LiveSession _loop;
    private readonly SpacesLiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    internal SpacesLive(IAccessTokenSource tokens, MessageCalls messages, SpacesLiveOptions options, TimeProvider clock, ILogger logger)
    {
        (_options, _clock) = (options, clock);
        _broadcast = new LiveBroadcast(options.QueueCapacity);
        _loop = new LiveSession(
            tokens, new LiveAddress(options.SocketUrl!), _channels, _sends, new LiveDispatch(_channels, _sends, _broadcast),
            new LiveSubscriptions(_channels, new LiveCatchUp(messages, tokens.Kind), _broadcast), _broadcast, options, clock, logger);
        _running = Task.Run(RunAsync);
    }

    public LiveStatus Status => _loop.Status;

    /// <summary>All events from this call on, in their order, until the connection is over for good or disposed.</summary>
    public IAsyncEnumerable<LiveEvent> ListenAsync(CancellationToken cancellationToken = default) =>
        _broadcast.ListenAsync(cancellationToken);

    /// <summary>Listens to a space, from now on and after every break [docs D/api/socket/subscribe_channel]. Where no answer comes in time
    /// the wish stays: <see cref="LiveEvent.Subscribed"/> tells when it is fulfilled.</summary>
    /// <param name="pin">Of a protected space.</param>
    public async Task<SpacesOutcome<LiveSubscription>> SubscribeAsync(
        string spaceId, string? pin = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(spaceId);
        var channel = _channels.Want(spaceId, pin);
        if (Status == LiveStatus.Ended)
            return new SpacesOutcome<LiveSubscription>.Unavailable(Over);
        if (!channel.Answer.Task.IsCompleted)
            await _loop.SubscribeAsync(channel, cancellationToken);
        return await InTimeAsync(channel.Answer.Task, cancellationToken);
    }

    /// <summary>Takes leave of those who are present, where we had announced ourselves [repo LT k6/src/chat.js].</summary>
    public async Task UnsubscribeAsync(string spaceId, CancellationToken cancellationToken = default)
    {
        if (_channels.Remove(spaceId) is not { } channel)
            return;
        await _loop.SendAsync(
            "UNSUBSCRIBE_CHANNEL", new JsonObject { ["channel"] = new JsonObject { ["type"] = "topic", ["_id"] = spaceId } },
            cancellationToken);
        if (channel.Announced is { } presence)
            await TellAsync(PresenceEvent.Leaves, spaceId, presence with { IsOffline = true }, cancellationToken);
    }

    /// <summary>Says something in a space that is listened to [docs D/api/socket/send_message]; it comes back as an event, too.</summary>
    public Task<SpacesOutcome<Message>> SendChatAsync(string spaceId, NewChat chat, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chat);
        return SendAsync("chat", spaceId, chat.ToRequest(), cancellationToken);
    }

    public Task<SpacesOutcome<Message>> SendPostAsync(string spaceId, NewPost post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return SendAsync("idea", spaceId, post.ToRequest(), cancellationToken);
    }

    public Task<SpacesOutcome<Message>> SendTaskAsync(string spaceId, NewTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return SendAsync("task", spaceId, task.ToRequest(), cancellationToken);
    }

    /// <summary>Lets the others know that we are here, now and after every break; newcomers are answered by themselves.</summary>
    /// <returns>False without a connection; it is announced when there is one.</returns>
    public Task<bool> AnnounceAsync(string spaceId, LivePresence? presence = null, CancellationToken cancellationToken = default)
    {
        if (_channels.Find(spaceId) is not { } channel)
            return Task.FromResult(false);
        channel.Announced = presence ?? new LivePresence();
        return TellAsync(PresenceEvent.Online, spaceId, channel.Announced, cancellationToken);
    }

    /// <summary>Shows the others that we are writing [repo LT] [repo SDK].</summary>
    public Task<bool> TypingAsync(string spaceId, CancellationToken cancellationToken = default) =>
        TellAsync(PresenceEvent.Typing, spaceId, _channels.Find(spaceId)?.Announced, cancellationToken);

    /// <summary>Who has announced themselves since we listen. The server keeps no list: announce yourself, and those who are there
    /// answer.</summary>
    public IReadOnlyList<LivePerson> Present(string spaceId) => _channels.Find(spaceId)?.Present ?? [];

    /// <summary>Leaves no timer and no socket behind.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
            return;
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private Task<bool> TellAsync(string category, string spaceId, LivePresence? presence, CancellationToken cancellationToken)
    {
        var (name, payload) = PresenceEvent.Of(category, spaceId, presence);
        return _loop.SendAsync(name, payload, cancellationToken);
    }

    private async Task<SpacesOutcome<Message>> SendAsync(
        string category, string spaceId, MessageRequest request, CancellationToken cancellationToken)
    {
        var (mark, outcome) = await _sends.BeginAsync(cancellationToken);
        try
        {
            var payload = JsonSerializer.SerializeToNode(request, RequestJson.Default.MessageRequest)!.AsObject();
            payload["category"] = category;
            payload["topicId"] = spaceId;
            payload[LiveJson.Loopback] = mark;
            return await _loop.SendAsync("SEND_MESSAGE", payload, cancellationToken)
                ? await InTimeAsync(outcome, cancellationToken)
                : new SpacesOutcome<Message>.Unavailable("There is no connection.");
        }
        finally
        {
            _sends.Forget(mark);
        }
    }

    private async Task<SpacesOutcome<T>> InTimeAsync<T>(Task<SpacesOutcome<T>> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.WaitAsync(_options.ResponseTimeout, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new SpacesOutcome<T>.Unavailable("No answer in time.");
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await _loop.RunAsync(_end.Token);
        }
        finally
        {
            foreach (var channel in _channels.All)
                channel.Answer.TrySetResult(new SpacesOutcome<LiveSubscription>.Unavailable(Over));
            _broadcast.Complete();
        }
    }
}
