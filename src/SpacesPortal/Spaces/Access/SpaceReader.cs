namespace SpacesPortal.Spaces;

/// <summary>Reads a space for the pages of a request.</summary>
internal sealed class SpaceReader(SpaceClients clients)
{
    public const int PageSize = 50;

    public Task<SpacesOutcome<SpaceDetails>> ReadAsync(string spaceId, CancellationToken cancellationToken) =>
        clients.Create(spaceId).Spaces.GetAsync(spaceId, cancellationToken: cancellationToken);

    /// <summary>One page, newest first.</summary>
    public Task<SpacesOutcome<Page<Message>>> ReadMessagesAsync(string spaceId, string? before, CancellationToken cancellationToken) =>
        clients.Create(spaceId).Messages.ListAsync(spaceId, PageSize, before, cancellationToken).ReadFirstAsync(cancellationToken);
}

internal static class PageExtensions
{
    /// <summary>One page of a list, with one call.</summary>
    public static async Task<SpacesOutcome<Page<T>>> ReadFirstAsync<T>(
        this IAsyncEnumerable<SpacesOutcome<Page<T>>> pages, CancellationToken cancellationToken)
        where T : class, IIdentified => await pages.FirstAsync(cancellationToken);
}
