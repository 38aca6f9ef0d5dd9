using System.Collections.Concurrent;

namespace AvayaCloud.Spaces;

/// <summary>A space that somebody wants to listen to: what is known of it, through all connections.</summary>
internal sealed class LiveChannel(string spaceId, string? pin)
{
    // Between ours and the one that dates messages, as far as it does not show.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly SeenMessages _seen = new();
    private readonly Dictionary<(string Id, string? Session), LivePerson> _present = [];
    private readonly HashSet<string> _goneWhileHeld = new(StringComparer.Ordinal);
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
            _goneWhileHeld.Remove(message.Id);
            if (_held is null)
                return Told(message, wasMissed: false);
            _held.Add(message);
            return null;
        }
    }

    /// <summary>What is gone, what was said or changed in the meantime, in the order in which it was said, and then what came
    /// since.</summary>
    /// <param name="unknownFrom">Where the search is to begin again, when it was not finished.</param>
    public IReadOnlyList<LiveEvent> Release(MissedMessages missed, DateTimeOffset? unknownFrom)
    {
        lock (_gate)
        {
            List<LiveEvent> events =
            [
                .. _seen.TakeMissingIn(missed).Select(it => new LiveEvent.MessageDeleted(spaceId, it)),
                .. missed.ChangedOrNew().Where(it => !_goneWhileHeld.Contains(it.Id)).Select(it => Told(it, wasMissed: true))
                    .OfType<LiveEvent>(),
                .. (_held ?? []).Where(it => !_goneWhileHeld.Contains(it.Id)).Select(it => Told(it, wasMissed: false)).OfType<LiveEvent>(),
            ];
            _held = null;
            _goneWhileHeld.Clear();
            Known = unknownFrom ?? Known;
            return events;
        }
    }

    /// <summary>A deletion is told at once; what was held of the message is not told after it.</summary>
    public void Forget(string messageId)
    {
        lock (_gate)
        {
            _seen.Remove(messageId);
            if (_held is not null)
                _goneWhileHeld.Add(messageId);
        }
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
        return _seen.Add(message) switch
        {
            // What was said before we listened, and is told now, was changed.
            MessageChange.New when message.Created < (wasMissed ? _since : _since - ClockDifference) => message.Modified > message.Created
                ? new LiveEvent.MessageEdited(message)
                : null,
            MessageChange.New => new LiveEvent.MessageReceived(message, wasMissed),
            MessageChange.Changed => new LiveEvent.MessageEdited(message),
            _ => null,
        };
    }
}

/// <summary>The spaces that are to be listened to, whatever the connection is like.</summary>
internal sealed class LiveChannels
{
    private readonly ConcurrentDictionary<string, LiveChannel> _channels = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LiveChannel> All => [.. _channels.Values];

    public LiveChannel? Find(string spaceId) => _channels.GetValueOrDefault(spaceId);

    public LiveChannel Want(string spaceId, string? pin) => _channels.GetOrAdd(spaceId, id => new LiveChannel(id, pin));

    public LiveChannel? Remove(string spaceId) => _channels.TryRemove(spaceId, out var channel) ? channel : null;
}
