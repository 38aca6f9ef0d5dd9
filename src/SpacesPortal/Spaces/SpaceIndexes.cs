namespace SpacesPortal.Spaces;

/// <summary>One index per session. Call <see cref="Forget"/> when a session ends; the idle and the surplus go by themselves.</summary>
internal sealed class SpaceIndexes : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SpacesClientFactory _clients;
    private readonly IBackgroundTokens _session;
    private readonly SpaceDirectoryOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SpaceIndexes> _logger;
    private readonly ITimer _sweep;

    public SpaceIndexes(
        SpacesClientFactory clients, IBackgroundTokens session, IOptions<SpaceDirectoryOptions> options, TimeProvider clock,
        ILogger<SpaceIndexes> logger)
    {
        (_clients, _session, _options, _clock, _logger) = (clients, session, options.Value, clock, logger);
        _sweep = clock.CreateTimer(_ => DropIdle(), state: null, _options.IdleFor, _options.IdleFor / 2);
    }

    public int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    /// <summary>Avaya has refused the session elsewhere: its next listing asks, and tells of it beside the rows.</summary>
    public void Doubt(string sid)
    {
        lock (_lock)
            _entries.GetValueOrDefault(sid)?.Index.Doubt();
    }

    /// <summary>Drops what is known of a session and stops its walk.</summary>
    public void Forget(string sid)
    {
        Entry? entry;
        lock (_lock)
            _entries.Remove(sid, out entry);
        entry?.Index.Dispose();
    }

    public void Dispose()
    {
        _sweep.Dispose();
        DropWhere(_ => true);
    }

    public SpaceIndex Of(string sid)
    {
        Entry? surplus = null;
        lock (_lock)
        {
            if (!_entries.TryGetValue(sid, out var entry))
            {
                if (_entries.Count >= _options.MostSessions)
                    _entries.Remove(_entries.MinBy(other => other.Value.LastUse).Key, out surplus);
                _entries[sid] = entry = new Entry(New(sid));
            }

            entry.LastUse = _clock.GetUtcNow();
            surplus?.Index.Dispose();
            return entry.Index;
        }
    }

    private SpaceIndex New(string sid) =>
        new(() => new SpaceWalk(_clients.Create(_session.TokensOf(sid)), _options.MostSpaces, _clock), _options, _clock, _logger);

    private void DropIdle()
    {
        var idleSince = _clock.GetUtcNow() - _options.IdleFor;
        DropWhere(entry => entry.LastUse <= idleSince);
    }

    private void DropWhere(Func<Entry, bool> condition)
    {
        List<KeyValuePair<string, Entry>> dropped;
        lock (_lock)
        {
            dropped = [.. _entries.Where(entry => condition(entry.Value))];
            dropped.ForEach(entry => _entries.Remove(entry.Key));
        }

        dropped.ForEach(entry => entry.Value.Index.Dispose());
    }

    private sealed class Entry(SpaceIndex index)
    {
        public SpaceIndex Index { get; } = index;

        public DateTimeOffset LastUse { get; set; }
    }
}
