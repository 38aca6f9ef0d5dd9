namespace AvayaCloud.Spaces;

/// <summary>Fetches over REST what was said while there was no connection.</summary>
internal sealed class LiveCatchUp(MessageCalls messages, TokenKind kind)
{
    // Messages of one moment, and clocks of two servers.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // Of a busy space after a long night; what is beyond is a gap.
    private const int MostPages = 40;

    /// <summary>In any order, some perhaps known already; with the trouble that ended the search early.</summary>
    public async Task<(IReadOnlyList<Message> Missed, SpacesTrouble? Trouble)> FetchAsync(string spaceId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since - Overlap;
        List<Message> missed = [];
        var pages = 0;
        await foreach (var outcome in PagesAsync(spaceId, from, cancellationToken))
        {
            if (outcome is not SpacesOutcome<Page<Message>>.Ok(var page))
                return (missed, outcome.Trouble);
            missed.AddRange(page.Items.Where(it => it.Created >= from));
            // The second way goes back in time without an end.
            if (IsServiceApp && page.Items.Any(it => it.Created < from))
                return (missed, null);
            if (++pages == MostPages)
                return (missed, new SpacesTrouble(SpacesTroubleKind.BadAnswer, Message: "More was missed than is fetched."));
        }

        return (missed, null);
    }

    private bool IsServiceApp => kind == TokenKind.ServiceApp;

    // messages/query is for people; service apps have the other list, the newest first [wire 4.1 row 3, 4.4].
    private IAsyncEnumerable<SpacesOutcome<Page<Message>>> PagesAsync(string spaceId, DateTimeOffset from, CancellationToken cancellationToken) => IsServiceApp
        ? messages.ListAsync(spaceId, MessageQuery.LargestSize, cancellationToken)
        : messages.QueryAsync(spaceId, new MessageQuery { Moment = from, Before = false }, cancellationToken);
}
