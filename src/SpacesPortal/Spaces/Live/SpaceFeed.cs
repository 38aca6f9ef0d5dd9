using System.Runtime.CompilerServices;

namespace SpacesPortal.Spaces;

/// <summary>One open space of a session, for all of its tabs on this replica. It holds the newest messages, and who is present.</summary>
internal sealed class SpaceFeed(string spaceId, string? pin, SpacesLive live, SpacesClient client, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>How often the API is asked while the socket is down.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly TypingUsers _typing = new(clock);
    private TaskCompletionSource _changed = NewChange();
    private FeedSnapshot _current = new();
    private Task _running = Task.CompletedTask;

    public string SpaceId => spaceId;

    /// <summary>The tabs that show it. Only <see cref="LiveFeeds"/> changes it, inside its lock.</summary>
    public int Tabs { get; set; }

    public FeedSnapshot Current
    {
        get
        {
            lock (_lock)
                return _current;
        }
    }

    public void Start()
    {
        // The feed belongs to the session, not to the circuit that happens to start it.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(RunAsync);
    }

    /// <summary>The current snapshot, and each later one.</summary>
    public async IAsyncEnumerable<FeedSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            FeedSnapshot snapshot;
            Task change;
            lock (_lock)
            {
                snapshot = _current;
                change = _changed.Task;
            }

            yield return snapshot;
            await change.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Reads the space again, after a change that no event reports.</summary>
    public async Task ReadSpaceAsync(CancellationToken cancellationToken)
    {
        if (await client.Spaces.GetAsync(spaceId, cancellationToken: cancellationToken) is SpacesOutcome<SpaceDetails>.Ok(var space))
            Publish(it => it.With(space));
    }

    public Task AnnounceTypingAsync(CancellationToken cancellationToken) => live.SendTypingAsync(spaceId, cancellationToken);

    public Task MarkReadAsync(CancellationToken cancellationToken) => client.Spaces.MarkReadAsync(spaceId, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _running;
        _closed.Dispose();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        try
        {
            var polling = PollAsync(_closed.Token);
            var listening = ListenAsync(live.ListenAsync(_closed.Token), _closed.Token);
            var subscription = await live.SubscribeAsync(spaceId, pin, _closed.Token);
            Publish(it => it with { IsLive = subscription.Error is null });
            await live.AnnounceAsync(spaceId, cancellationToken: _closed.Token);
            await Task.WhenAll(polling, listening);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            await live.UnsubscribeAsync(spaceId, CancellationToken.None);
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(PollInterval, clock, cancellationToken);
            if (Current is { IsLive: false } or { Stamp: null })
                await ReadAsync(cancellationToken);
        }
    }

    private async Task ListenAsync(IAsyncEnumerable<LiveEvent> events, CancellationToken cancellationToken)
    {
        await foreach (var liveEvent in events)
            await HandleAsync(liveEvent, cancellationToken);
        // The connection has ended for good.
        Publish(it => it with { IsLive = false });
    }

    private async Task HandleAsync(LiveEvent liveEvent, CancellationToken cancellationToken)
    {
        switch (liveEvent)
        {
            case LiveEvent.Subscribed(var id) when id == spaceId:
                Publish(it => it with { IsLive = true });
                await ReadAsync(cancellationToken);
                break;
            case LiveEvent.Lost:
            case LiveEvent.Gap(var id, _) when id == spaceId:
                await ReadAsync(cancellationToken);
                break;
            case LiveEvent.SpaceChanged(var id, _, _) when id == spaceId:
                await ReadSpaceAsync(cancellationToken);
                break;
            case LiveEvent.Disconnected or LiveEvent.Ended:
            case LiveEvent.Unsubscribed(var id) when id == spaceId:
                Publish(it => it with { IsLive = false, Present = [], Typing = [] });
                break;
            default:
                HandleOther(liveEvent);
                break;
        }
    }

    private void HandleOther(LiveEvent liveEvent)
    {
        switch (liveEvent)
        {
            case LiveEvent.MessageReceived(var message, _) when message.SpaceId == spaceId:
                _typing.Remove(message.Sender?.Id);
                Publish(it => it.With(message) with { Typing = _typing.Now });
                break;
            case LiveEvent.MessageEdited(var message) when message.SpaceId == spaceId:
                Publish(it => it.Edit(message));
                break;
            case LiveEvent.MessageDeleted(var id, var messageId) when id == spaceId:
                Publish(it => it.Without(messageId));
                break;
            case LiveEvent.Present(var id, _) when id == spaceId:
            case LiveEvent.Left(var other, _) when other == spaceId:
                Publish(it => it with { Present = live.GetPresent(spaceId) });
                break;
            case LiveEvent.Typing(var id, var user) when id == spaceId:
                _typing.Add(user, () => Publish(it => it with { Typing = _typing.Now }));
                Publish(it => it with { Typing = _typing.Now });
                break;
            default:
                break;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await ReadSpaceAsync(cancellationToken);
        var pages = client.Messages.ListAsync(spaceId, SpaceReader.PageSize, cancellationToken: cancellationToken);
        if (await pages.ReadFirstAsync(cancellationToken) is SpacesOutcome<Page<Message>>.Ok(var page))
            Publish(it => it with { Newest = page });
    }

    private void Publish(Func<FeedSnapshot, FeedSnapshot> change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _current = change(_current);
            changed = _changed;
            _changed = NewChange();
        }

        changed.TrySetResult();
    }
}
