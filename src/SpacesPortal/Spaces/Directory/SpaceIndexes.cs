namespace SpacesPortal.Spaces;

/// <summary>One index per session. Idle and surplus indexes are dropped.</summary>
internal sealed class SpaceIndexes(
    SpacesClientFactory clients, IBackgroundTokens tokens, IOptions<SpaceDirectoryOptions> options, TimeProvider clock,
    ILogger<SpaceIndexes> logger) : IDisposable
{
    private readonly SpaceDirectoryOptions _options = options.Value;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SpaceIndex> _indexes = new(StringComparer.Ordinal);
    private ITimer? _sweep;

    public int Count
    {
        get
        {
            lock (_lock)
                return _indexes.Count;
        }
    }

    public SpaceIndex GetOrAdd(string sid)
    {
        lock (_lock)
        {
            _sweep ??= clock.CreateTimer(
                _ => RemoveUnusedSince(clock.GetUtcNow() - _options.IdleFor), state: null, _options.IdleFor, _options.IdleFor / 2);
            if (!_indexes.TryGetValue(sid, out var index))
            {
                var isFull = _indexes.Count >= _options.MostSessions;
                if (isFull && _indexes.Remove(_indexes.MinBy(it => it.Value.LastUse).Key, out var surplus))
                    surplus.Dispose();
                index = new SpaceIndex(() => CreateLoader(sid), _options, clock, logger);
                _indexes[sid] = index;
            }

            index.LastUse = clock.GetUtcNow();
            return index;
        }
    }

    /// <summary>Avaya refused the session in another call: the next listing asks again, and shows the error beside the rows.</summary>
    public void Invalidate(string sid)
    {
        lock (_lock)
            _indexes.GetValueOrDefault(sid)?.Invalidate();
    }

    /// <summary>Drops a session's index and stops its load.</summary>
    public void Remove(string sid)
    {
        SpaceIndex? index;
        lock (_lock)
            _indexes.Remove(sid, out index);
        index?.Dispose();
    }

    public void Dispose()
    {
        _sweep?.Dispose();
        RemoveUnusedSince(DateTimeOffset.MaxValue);
    }

    private SpaceLoader CreateLoader(string sid) => new(clients.Create(tokens.TokensOf(sid)), _options.MostSpaces, clock);

    private void RemoveUnusedSince(DateTimeOffset moment)
    {
        List<KeyValuePair<string, SpaceIndex>> removed;
        lock (_lock)
        {
            removed = [.. _indexes.Where(it => it.Value.LastUse <= moment)];
            removed.ForEach(it => _indexes.Remove(it.Key));
        }

        removed.ForEach(it => it.Value.Dispose());
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
    public void OnEnded(SessionId id, SessionEndReason reason) => services.GetRequiredService<SpaceIndexes>().Remove(id.Value);
}

internal sealed class SpaceDirectoryOptions
{
    /// <summary>After this, the next listing starts another load and shows the old rows meanwhile.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>An index that is not read for this long is dropped.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After a load that failed midway, unless Avaya asked for a longer pause.</summary>
    public TimeSpan PauseAfterError { get; set; } = TimeSpan.FromSeconds(10);
    public int MostSessions { get; set; } = 2_000;
    public int MostSpaces { get; set; } = 20_000;
}
