namespace SpacesPortal.Spaces;

/// <summary>The open spaces of this replica. A session has one live connection for all of its tabs and spaces; it is closed with the last
/// tab.</summary>
internal sealed class LiveFeeds(SpacesLiveFactory live, SpacesClientFactory clients, IBackgroundTokens tokens, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Connection> _connections = new(StringComparer.Ordinal);

    /// <summary>The number of live connections.</summary>
    public int Connections
    {
        get
        {
            lock (_lock)
                return _connections.Count;
        }
    }

    /// <summary>Joins the space's feed, or starts it, until the lease is disposed.</summary>
    public FeedLease Open(string sid, string spaceId, string? pin)
    {
        lock (_lock)
        {
            if (!_connections.TryGetValue(sid, out var connection))
            {
                var source = tokens.TokensOf(sid);
                connection = new Connection(source, live.Create(source));
                _connections[sid] = connection;
            }

            if (!connection.Feeds.TryGetValue(spaceId, out var feed))
            {
                feed = new SpaceFeed(spaceId, pin, connection.Live, clients.Create(connection.Tokens, pin), clock);
                connection.Feeds[spaceId] = feed;
                feed.Start();
            }

            feed.Tabs++;
            return new FeedLease(feed, () => LeaveAsync(sid, feed));
        }
    }

    /// <summary>Null when no tab of the session has the space open on this replica.</summary>
    public SpaceFeed? Find(string sid, string spaceId)
    {
        lock (_lock)
            return _connections.GetValueOrDefault(sid)?.Feeds.GetValueOrDefault(spaceId);
    }

    private async ValueTask LeaveAsync(string sid, SpaceFeed feed)
    {
        SpacesLive? last = null;
        lock (_lock)
        {
            feed.Tabs--;
            var isOpen = _connections.TryGetValue(sid, out var connection) && connection.Feeds.GetValueOrDefault(feed.SpaceId) == feed;
            if (!isOpen || feed.Tabs > 0)
                return;
            connection!.Feeds.Remove(feed.SpaceId);
            if (connection.Feeds.Count == 0)
            {
                _connections.Remove(sid);
                last = connection.Live;
            }
        }

        await feed.DisposeAsync();
        if (last is not null)
            await last.DisposeAsync();
    }

    /// <summary>Closes the connection of a session that has ended.</summary>
    public void End(string sid)
    {
        Connection? connection;
        lock (_lock)
            _connections.Remove(sid, out connection);
        if (connection is not null)
            _ = CloseAsync(connection);
    }

    private static async Task CloseAsync(Connection connection)
    {
        foreach (var feed in connection.Feeds.Values)
            await feed.DisposeAsync();
        await connection.Live.DisposeAsync();
    }

    private sealed record Connection(IAccessTokenSource Tokens, SpacesLive Live)
    {
        public Dictionary<string, SpaceFeed> Feeds { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>One tab's part in a feed.</summary>
internal sealed class FeedLease(SpaceFeed feed, Func<ValueTask> leave) : IAsyncDisposable
{
    public SpaceFeed Feed => feed;

    public ValueTask DisposeAsync() => leave();
}

/// <summary>Closes the live connection of a session that ends.</summary>
/// <param name="services">Resolved late: the feeds need the session's tokens, so a direct dependency would be circular.</param>
internal sealed class LiveFeedCleanup(IServiceProvider services) : ISessionEndObserver
{
    public void OnEnded(SessionId id, SessionEndReason reason) => services.GetRequiredService<LiveFeeds>().End(id.Value);
}
