namespace SpacesPortal.Spaces;

/// <summary>One index per session. Idle and surplus indexes are dropped.</summary>
internal sealed class SpaceIndexes : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SpacesClientFactory _clients;
    private readonly IBackgroundTokens _tokens;
    private readonly SpaceDirectoryOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SpaceIndexes> _logger;
    private readonly ITimer _sweep;

    public SpaceIndexes(
        SpacesClientFactory clients, IBackgroundTokens tokens, IOptions<SpaceDirectoryOptions> options, TimeProvider clock,
        ILogger<SpaceIndexes> logger)
    {
        _clients = clients;
        _tokens = tokens;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _sweep = clock.CreateTimer(_ => RemoveIdle(), state: null, _options.IdleFor, _options.IdleFor / 2);
    }

    public int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    public SpaceIndex GetOrAdd(string sid)
    {
        Entry? surplus = null;
        lock (_lock)
        {
            if (!_entries.TryGetValue(sid, out var entry))
            {
                if (_entries.Count >= _options.MostSessions)
                    _entries.Remove(_entries.MinBy(other => other.Value.LastUse).Key, out surplus);
                entry = new Entry(Create(sid));
                _entries[sid] = entry;
            }

            entry.LastUse = _clock.GetUtcNow();
            surplus?.Index.Dispose();
            return entry.Index;
        }
    }

    /// <summary>Avaya refused the session in another call: the next listing asks again, and shows the error beside the rows.</summary>
    public void Invalidate(string sid)
    {
        lock (_lock)
            _entries.GetValueOrDefault(sid)?.Index.Invalidate();
    }

    /// <summary>Drops a session's index and stops its walk.</summary>
    public void Remove(string sid)
    {
        Entry? entry;
        lock (_lock)
            _entries.Remove(sid, out entry);
        entry?.Index.Dispose();
    }

    public void Dispose()
    {
        _sweep.Dispose();
        RemoveWhere(_ => true);
    }

    private SpaceIndex Create(string sid) =>
        new(() => new SpaceWalk(_clients.Create(_tokens.TokensOf(sid)), _options.MostSpaces, _clock), _options, _clock, _logger);

    private void RemoveIdle()
    {
        var idleSince = _clock.GetUtcNow() - _options.IdleFor;
        RemoveWhere(entry => entry.LastUse <= idleSince);
    }

    private void RemoveWhere(Func<Entry, bool> condition)
    {
        List<KeyValuePair<string, Entry>> removed;
        lock (_lock)
        {
            removed = [.. _entries.Where(entry => condition(entry.Value))];
            removed.ForEach(entry => _entries.Remove(entry.Key));
        }

        removed.ForEach(entry => entry.Value.Index.Dispose());
    }

    private sealed class Entry(SpaceIndex index)
    {
        public SpaceIndex Index { get; } = index;

        public DateTimeOffset LastUse { get; set; }
    }
}

/// <summary>A session's tokens outside of any request or circuit, for work that continues after those.</summary>
public interface IBackgroundTokens
{
    IAccessTokenSource TokensOf(string sid);
}

/// <summary>Drops the index of a session that ends.</summary>
/// <param name="services">Resolved late: the indexes need the session's tokens, so a direct dependency would be circular.</param>
internal sealed class SpaceIndexCleanup(IServiceProvider services) : ISessionEndObserver
{
    public void OnEnded(SessionId id, SessionEndReason why) => services.GetRequiredService<SpaceIndexes>().Remove(id.Value);
}

internal sealed class SpaceDirectoryOptions
{
    /// <summary>After this, the next listing starts another walk and shows the old rows meanwhile.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>An index that is not read for this long is dropped.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After a walk that failed midway, unless Avaya asked for a longer pause.</summary>
    public TimeSpan PauseAfterError { get; set; } = TimeSpan.FromSeconds(10);

    public int MostSessions { get; set; } = 2_000;

    public int MostSpaces { get; set; } = 20_000;
}
