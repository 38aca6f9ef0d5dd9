namespace AvayaCloud.Spaces;

/// <summary>A space that somebody wants to listen to: what is known of it, through all connections.</summary>
internal sealed class LiveChannel(string spaceId, string? pin)
{
    private readonly Lock _gate = new();
    private readonly SeenMessages _seen = new();
    private readonly Dictionary<(string Id, string? Session), LivePerson> _present = [];
    private List<Message>? _held;
    private DateTimeOffset? _since;

    public string SpaceId => spaceId;

    public string? Pin => pin;

    /// <summary>What the first subscription comes to.</summary>
    public TaskCompletionSource<SpacesOutcome<LiveSubscription>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What we announce of ourselves; null while we do not.</summary>
    public LivePresence? Announced { get; set; }

    /// <summary>From where on messages are missed when the connection breaks; null before the first subscription.</summary>
    public DateTimeOffset? Known { get; private set; }

    public IReadOnlyList<LivePerson> Present
    {
        get
        {
            lock (_gate)
                return [.. _present.Values];
        }
    }

    public void Begin(DateTimeOffset now)
    {
        lock (_gate)
        {
            _since ??= now;
            Known ??= now;
            _present.Clear();
        }
    }

    /// <summary>Until <see cref="Release"/> messages are kept back, so that those that were missed come first.</summary>
    public void Hold()
    {
        lock (_gate)
            _held ??= [];
    }

    /// <summary>What is new with this message: nothing, when it was told before.</summary>
    public LiveEvent? Take(Message message)
    {
        lock (_gate)
        {
            if (_held is null)
                return Told(message, wasMissed: false);
            _held.Add(message);
            return null;
        }
    }

    /// <summary>What was missed since the first subscription, in the order in which it was said, and then what came meanwhile.</summary>
    /// <param name="unknownFrom">Where the search is to begin again, when it was not finished.</param>
    public IReadOnlyList<LiveEvent> Release(IEnumerable<Message> missed, DateTimeOffset? unknownFrom)
    {
        lock (_gate)
        {
            List<LiveEvent> events =
            [
                .. missed.Where(it => it.Created >= _since).OrderBy(it => it.Created).Select(it => Told(it, wasMissed: true)).OfType<LiveEvent>(),
                .. (_held ?? []).Select(it => Told(it, wasMissed: false)).OfType<LiveEvent>(),
            ];
            _held = null;
            Known = unknownFrom ?? Known;
            return events;
        }
    }

    public void Forget(string messageId)
    {
        lock (_gate)
            _seen.Remove(messageId);
    }

    public void Came(LivePerson person)
    {
        lock (_gate)
            _present[(person.Id, person.SessionId)] = person;
    }

    public bool Went(LivePerson person)
    {
        lock (_gate)
            return _present.Remove((person.Id, person.SessionId));
    }

    private LiveEvent? Told(Message message, bool wasMissed)
    {
        if (message.Created is { } created && created > Known)
            Known = created;
        return _seen.Add(message.Id, message.Modified ?? message.Created) switch
        {
            Sight.New => new LiveEvent.MessageSaid(message, wasMissed),
            Sight.Changed => new LiveEvent.MessageEdited(message),
            _ => null,
        };
    }
}
