namespace AvayaCloud.Spaces;

/// <summary>Fetches over REST what happened while there was no connection.</summary>
internal sealed class LiveCatchUp(MessageCalls messages, TokenKind kind)
{
    // Messages of one moment, and clocks of two servers.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // Of a busy space after a long night; what is beyond is a gap.
    private const int MostPages = 40;

    /// <summary>What was said is asked of messages/query. Edits and deletions of what was said before show in the newest page of the list
    /// alone: the question goes by when messages were made. Service apps have no question and read the list until the gap is covered [wire
    /// 4.1 row 3, 4.4].</summary>
    public async Task<MissedMessages> FetchAsync(string spaceId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since - Overlap;
        List<Message> said = [], latest = [];
        var error = kind == TokenKind.ServiceApp
            ? null
            : await ReadAsync(
                messages.QueryAsync(spaceId, new MessageQuery { Moment = from, Before = false }, cancellationToken), said,
                isEnough: _ => false);
        if (error is not null)
            return new MissedMessages(from, said, WholeAfter: null, error);

        var isWhole = true;
        error = await ReadAsync(messages.ListAsync(spaceId, MessageQuery.MaxSize, cancellationToken), latest, page =>
        {
            isWhole = !page.HasNextPage;
            return kind != TokenKind.ServiceApp || page.Items.Any(it => it.Created < from);
        });
        var wholeAfter = isWhole ? DateTimeOffset.MinValue : latest.Min(it => it.Created);
        return new MissedMessages(from, [.. said, .. latest], error is null ? wholeAfter : null, error);
    }

    /// <summary>Page after page until it is enough, or with the error that ended it.</summary>
    private static async Task<SpacesError?> ReadAsync(
        IAsyncEnumerable<SpacesOutcome<Page<Message>>> pages, List<Message> found, Func<Page<Message>, bool> isEnough)
    {
        var count = 0;
        await foreach (var outcome in pages)
        {
            if (outcome is not SpacesOutcome<Page<Message>>.Ok(var page))
                return outcome.Error;
            found.AddRange(page.Items);
            if (isEnough(page))
                return null;
            if (++count == MostPages)
                return new SpacesError(SpacesErrorKind.InvalidResponse, Message: "More was missed than is fetched.");
        }

        return null;
    }
}

/// <summary>What REST has of a space after a gap.</summary>
/// <param name="From">Where the gap begins, or a little before it.</param>
/// <param name="Found">In any order, some perhaps known already, some perhaps twice.</param>
/// <param name="WholeAfter">After this moment nothing that there is was left out; null: nothing is known of that.</param>
/// <param name="Error">Why the search ended early.</param>
internal sealed record MissedMessages(DateTimeOffset From, IReadOnlyList<Message> Found, DateTimeOffset? WholeAfter, SpacesError? Error)
{
    private readonly HashSet<string> _ids = [.. Found.Select(it => it.Id)];
    private readonly HashSet<MessageCategory> _categories = [.. Found.Select(it => it.Category)];

    public static MissedMessages Nothing(DateTimeOffset from) => new(from, [], WholeAfter: null, Error: null);

    public bool Has(string id) => _ids.Contains(id);

    /// <summary>That byref lists every category is on no record: what it has none of, it may leave out [guess].</summary>
    public bool ShouldHave(MessageCategory category, DateTimeOffset? created) => created > WholeAfter && _categories.Contains(category);

    /// <summary>In the order in which it was said.</summary>
    public IEnumerable<Message> ChangedOrNew() =>
        Found.Where(it => it.Created >= From || it.Modified >= From).DistinctBy(it => it.Id).OrderBy(it => it.Created);
}
