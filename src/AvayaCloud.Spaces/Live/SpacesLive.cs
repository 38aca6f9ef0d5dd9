namespace AvayaCloud.Spaces;

/// <summary>Live events of the spaces of a user, a guest or a service app. It connects in the background and reconnects after every break,
/// restores subscriptions, and fetches missed messages. Dispose it to disconnect.</summary>
public sealed class SpacesLive : IAsyncDisposable
{
    private const string EndedReason = "The connection has ended.";

    private readonly ConcurrentDictionary<string, LiveChannel> _channels = new(StringComparer.Ordinal);
    private readonly PendingSends _sends = new();
    private readonly LiveBroadcast _broadcast;
    private readonly LiveSession _session;
    private readonly SpacesLiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _disposing = new();
    private readonly Task _running;

    internal SpacesLive(IAccessTokenSource tokens, MessageCalls messages, SpacesLiveOptions options, TimeProvider clock, ILogger logger)
    {
        _options = options;
        _clock = clock;
        _broadcast = new LiveBroadcast(options.QueueCapacity);
        var dispatcher = new LiveDispatcher(_channels, _sends, _broadcast);
        var subscriptions = new LiveSubscriptions(_channels, new LiveCatchUp(messages, tokens.Kind), _broadcast);
        _session = new LiveSession(tokens, _channels, _sends, dispatcher, subscriptions, _broadcast, options, clock, logger);
        _running = Task.Run(RunAsync);
    }

    public LiveStatus Status => _session.Status;

    /// <summary>All events from this call on, in order, until the connection has ended for good or is disposed.</summary>
    public IAsyncEnumerable<LiveEvent> ListenAsync(CancellationToken cancellationToken = default) =>
        _broadcast.ListenAsync(cancellationToken);

    /// <summary>Subscribes to a space, now and after every break [docs D/api/socket/subscribe_channel]. Without a response in time it stays
    /// requested: <see cref="LiveEvent.Subscribed"/> reports the confirmation.</summary>
    /// <param name="pin">For a protected space.</param>
    public async Task<SpacesOutcome<LiveSubscription>> SubscribeAsync(
        string spaceId, string? pin = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(spaceId);
        var channel = _channels.GetOrAdd(spaceId, id => new LiveChannel(id, pin));
        if (Status == LiveStatus.Ended)
            return SpacesError.Unavailable(EndedReason);
        if (!channel.Confirmation.Task.IsCompleted)
            await _session.SendAsync(LiveCommand.Subscribe(channel), cancellationToken);
        return await WithTimeoutAsync(channel.Confirmation.Task, cancellationToken);
    }

    /// <summary>Ends a subscription. If presence was announced, the others are told that it ends [repo LT k6/src/chat.js].</summary>
    public async Task UnsubscribeAsync(string spaceId, CancellationToken cancellationToken = default)
    {
        if (!_channels.TryRemove(spaceId, out var channel))
            return;
        await _session.SendAsync(LiveCommand.Unsubscribe(spaceId), cancellationToken);
        if (channel.OwnPresence is { } presence)
            await SendPresenceAsync(PresenceCategory.Leaves, spaceId, presence with { IsOffline = true }, cancellationToken);
    }

    /// <summary>Sends to a subscribed space [docs D/api/socket/send_message]. The message also comes back as an event.</summary>
    public async Task<SpacesOutcome<Message>> SendAsync(string spaceId, NewMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (correlationId, outcome) = await _sends.BeginAsync(cancellationToken);
        try
        {
            return await _session.SendAsync(LiveCommand.SendMessage(spaceId, message, correlationId), cancellationToken)
                ? await WithTimeoutAsync(outcome, cancellationToken)
                : SpacesError.Unavailable("There is no connection.");
        }
        finally
        {
            _sends.Expire(correlationId);
        }
    }

    /// <summary>Announces presence to the others, now and after every break. Newcomers receive it automatically.</summary>
    /// <returns>False without a connection; it is then announced on the next one.</returns>
    public Task<bool> AnnounceAsync(string spaceId, LivePresence? presence = null, CancellationToken cancellationToken = default)
    {
        if (_channels.GetValueOrDefault(spaceId) is not { } channel)
            return Task.FromResult(false);
        channel.OwnPresence = presence ?? new LivePresence();
        return SendPresenceAsync(PresenceCategory.Online, spaceId, channel.OwnPresence, cancellationToken);
    }

    /// <summary>Shows the others that a message is being written [repo LT] [repo SDK].</summary>
    public Task<bool> SendTypingAsync(string spaceId, CancellationToken cancellationToken = default) =>
        SendPresenceAsync(PresenceCategory.Typing, spaceId, _channels.GetValueOrDefault(spaceId)?.OwnPresence, cancellationToken);

    /// <summary>The participants that have announced themselves since the subscription. The server keeps no list; those present respond to
    /// <see cref="AnnounceAsync"/>.</summary>
    public IReadOnlyList<LiveParticipant> GetPresent(string spaceId) => _channels.GetValueOrDefault(spaceId)?.Present ?? [];

    /// <summary>Closes the socket and stops all timers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposing.IsCancellationRequested)
            return;
        await _disposing.CancelAsync();
        await _running;
        _disposing.Dispose();
    }

    private Task<bool> SendPresenceAsync(
        string category, string spaceId, LivePresence? presence, CancellationToken cancellationToken) =>
        _session.SendAsync(LiveCommand.SendPresence(category, spaceId, presence), cancellationToken);

    private async Task<SpacesOutcome<T>> WithTimeoutAsync<T>(Task<SpacesOutcome<T>> response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.WaitAsync(_options.ResponseTimeout, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return SpacesError.Unavailable("No answer in time.");
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await _session.RunAsync(_disposing.Token);
        }
        finally
        {
            _sends.Resume();
            foreach (var channel in _channels.Values)
                channel.Confirmation.TrySetResult(SpacesError.Unavailable(EndedReason));
            _broadcast.Complete();
        }
    }
}
