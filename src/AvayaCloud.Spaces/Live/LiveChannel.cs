namespace AvayaCloud.Spaces;

/// <summary>A subscribed space and what is known about it. It outlives its connections.</summary>
internal sealed class LiveChannel(string spaceId, string? pin)
{
    // Between the clock of this machine and the one that dates messages, as far as the Date header does not show it.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly SeenMessages _seen = new();
    private readonly Dictionary<(string Id, string? Session), LiveParticipant> _present = [];
    private readonly HashSet<string> _deletedWhileDeferred = new(StringComparer.Ordinal);
    private List<Message>? _deferred;
    private DateTimeOffset? _subscribedAt;

    public string SpaceId => spaceId;
    public string? Pin => pin;

    /// <summary>The outcome of the first subscription.</summary>
    public TaskCompletionSource<SpacesOutcome<LiveSubscription>> Confirmation { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The presence that this client announces; null when it announces none.</summary>
    public LivePresence? OwnPresence { get; set; }

    /// <summary>Later messages are missed if the connection breaks now; null before the first subscription.</summary>
    public DateTimeOffset? CaughtUpTo { get; private set; }

    public IReadOnlyList<LiveParticipant> Present
    {
        get
        {
            lock (_lock)
                return [.. _present.Values];
        }
    }

    public void OnSubscribed(DateTimeOffset now)
    {
        lock (_lock)
        {
            _subscribedAt ??= now;
            CaughtUpTo ??= now;
            _present.Clear();
        }
    }

    /// <summary>Defers new messages until <see cref="CompleteCatchUp"/>, so that missed ones come first.</summary>
    public void DeferMessages()
    {
        lock (_lock)
            _deferred ??= [];
    }

    /// <returns>The event to publish; null for a duplicate, or while messages are deferred.</returns>
    public LiveEvent? Receive(Message message)
    {
        lock (_lock)
        {
            _deletedWhileDeferred.Remove(message.Id);
            if (_deferred is null)
                return EventFor(message, wasMissed: false);
            _deferred.Add(message);
            return null;
        }
    }

    /// <param name="missedFrom">Where the next fetch has to start, if this one did not finish.</param>
    /// <returns>Deletions first, then missed messages in order of creation, then the deferred ones.</returns>
    public IReadOnlyList<LiveEvent> CompleteCatchUp(MissedMessages missed, DateTimeOffset? missedFrom)
    {
        lock (_lock)
        {
            List<LiveEvent> events =
            [
                .. _seen.RemoveMissing(missed).Select(id => new LiveEvent.MessageDeleted(spaceId, id)),
                .. EventsFor(missed.NewOrEdited(), wasMissed: true),
                .. EventsFor(_deferred ?? [], wasMissed: false),
            ];
            _deferred = null;
            _deletedWhileDeferred.Clear();
            CaughtUpTo = missedFrom ?? CaughtUpTo;
            return events;
        }
    }

    /// <summary>A deletion is published at once. The deferred message must not be published after it.</summary>
    public void MarkDeleted(string messageId)
    {
        lock (_lock)
        {
            _seen.Remove(messageId);
            if (_deferred is not null)
                _deletedWhileDeferred.Add(messageId);
        }
    }

    public void AddPresent(LiveParticipant participant)
    {
        lock (_lock)
            _present[(participant.Id, participant.SessionId)] = participant;
    }

    public bool RemovePresent(LiveParticipant participant)
    {
        lock (_lock)
            return _present.Remove((participant.Id, participant.SessionId));
    }

    private IEnumerable<LiveEvent> EventsFor(IEnumerable<Message> messages, bool wasMissed) =>
        messages.Where(it => !_deletedWhileDeferred.Contains(it.Id)).Select(it => EventFor(it, wasMissed)).OfType<LiveEvent>();

    private LiveEvent? EventFor(Message message, bool wasMissed)
    {
        if (message.Created > CaughtUpTo)
            CaughtUpTo = message.Created;

        // A message from before the subscription comes now only because it was edited.
        var isOlderThanSubscription = message.Created < (wasMissed ? _subscribedAt : _subscribedAt - ClockTolerance);
        return _seen.Add(message) switch
        {
            MessageChange.New when !isOlderThanSubscription => new LiveEvent.MessageReceived(message, wasMissed),
            MessageChange.New when message.Modified > message.Created => new LiveEvent.MessageEdited(message),
            MessageChange.Edited => new LiveEvent.MessageEdited(message),
            _ => null,
        };
    }
}
