namespace SpacesPortal.Spaces;

/// <summary>Reads a space for the pages of a request.</summary>
internal sealed class SpaceReader(SpaceClients clients, LiveFeeds feeds, IHttpContextAccessor http)
{
    public const int PageSize = 50;

    public Task<SpacesOutcome<SpaceDetails>> ReadAsync(string spaceId, CancellationToken cancellationToken) =>
        clients.Create(spaceId).Spaces.GetAsync(spaceId, cancellationToken: cancellationToken);

    /// <summary>For the page of messages: from memory while the space is open in a tab, so that a refresh of the page makes no
    /// call.</summary>
    public Task<SpacesOutcome<SpaceDetails>> ReadLiveAsync(string spaceId, CancellationToken cancellationToken) =>
        FindLive(spaceId) is { Space: { } space }
            ? Task.FromResult<SpacesOutcome<SpaceDetails>>(new SpacesOutcome<SpaceDetails>.Ok(space))
            : ReadAsync(spaceId, cancellationToken);

    /// <summary>After a change of the user's own: the space in memory is read again.</summary>
    public async Task RefreshLiveAsync(string spaceId, CancellationToken cancellationToken)
    {
        if (FindFeed(spaceId) is { } feed)
            await feed.ReadSpaceAsync(cancellationToken);
    }

    /// <summary>One page, newest first. While the space is open in a tab, its newest page is in memory.</summary>
    public Task<SpacesOutcome<Page<Message>>> ReadMessagesAsync(string spaceId, string? before, CancellationToken cancellationToken)
    {
        if (before is null && FindLive(spaceId) is { Newest: { } newest })
            return Task.FromResult<SpacesOutcome<Page<Message>>>(new SpacesOutcome<Page<Message>>.Ok(newest));
        return clients.Create(spaceId).Messages.ListAsync(spaceId, PageSize, before, cancellationToken).ReadFirstAsync(cancellationToken);
    }

    private FeedSnapshot? FindLive(string spaceId) =>
        FindFeed(spaceId)?.Current is { IsLive: true, Stamp: not null } current ? current : null;

    private SpaceFeed? FindFeed(string spaceId) =>
        http.HttpContext?.GetSession() is { } session ? feeds.Find(session.Id.Value, spaceId) : null;
}

internal static class PageExtensions
{
    /// <summary>One page of a list, with one call.</summary>
    public static async Task<SpacesOutcome<Page<T>>> ReadFirstAsync<T>(
        this IAsyncEnumerable<SpacesOutcome<Page<T>>> pages, CancellationToken cancellationToken)
        where T : class, IIdentified => await pages.FirstAsync(cancellationToken);
}
