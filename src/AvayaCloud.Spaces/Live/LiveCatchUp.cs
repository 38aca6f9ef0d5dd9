namespace AvayaCloud.Spaces;

/// <summary>Fetches over REST what happened while there was no connection.</summary>
internal sealed class LiveCatchUp(MessageCalls messages, TokenKind kind)
{
    // Messages of one moment, and clocks of two servers.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // Of a busy space after a long night; what is beyond is a gap.
    private const int MostPages = 40;

    /// <summary>
    /// What was said is asked of messages/query. Edits and deletions of what was said before show in the newest page of the list alone: the
    /// question goes by when messages were made. Service apps have no question and read the list until the gap is covered [wire 4.1 row 3,
    /// 4.4].
    /// </summary>
    public async Task<LiveMissed> FetchAsync(string spaceId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since - Overlap;
        List<Message> said = [], latest = [];
        var trouble = kind == TokenKind.ServiceApp
            ? null
            : await ReadAsync(
                messages.QueryAsync(spaceId, new MessageQuery { Moment = from, Before = false }, cancellationToken), said,
                isEnough: _ => false);
        if (trouble is not null)
            return new LiveMissed(from, said, WholeAfter: null, trouble);

        var isWhole = true;
        trouble = await ReadAsync(messages.ListAsync(spaceId, MessageQuery.LargestSize, cancellationToken), latest, page =>
        {
            isWhole = !page.PromisesMore;
            return kind != TokenKind.ServiceApp || page.Items.Any(it => it.Created < from);
        });
        DateTimeOffset? wholeAfter = trouble is not null ? null : isWhole ? DateTimeOffset.MinValue : latest.Min(it => it.Created);
        return new LiveMissed(from, [.. said, .. latest], wholeAfter, trouble);
    }

    /// <summary>Page after page until it is enough, or with the trouble that ended it.</summary>
    private static async Task<SpacesTrouble?> ReadAsync(
        IAsyncEnumerable<SpacesOutcome<Page<Message>>> pages, List<Message> found, Func<Page<Message>, bool> isEnough)
    {
        var count = 0;
        await foreach (var outcome in pages)
        {
            if (outcome is not SpacesOutcome<Page<Message>>.Ok(var page))
                return outcome.Trouble;
            found.AddRange(page.Items);
            if (isEnough(page))
                return null;
            if (++count == MostPages)
                return new SpacesTrouble(SpacesTroubleKind.BadAnswer, Message: "More was missed than is fetched.");
        }

        return null;
    }
}
