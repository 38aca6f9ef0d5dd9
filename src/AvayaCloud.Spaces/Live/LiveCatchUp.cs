namespace AvayaCloud.Spaces;

/// <summary>Fetches over REST what happened while there was no connection.</summary>
internal sealed class LiveCatchUp(MessageCalls messages, TokenKind kind)
{
    // For messages of the same moment, and for differences between the clocks of two servers.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // Enough for a night in a busy space. More is reported as a gap.
    private const int MaxPages = 40;

    private bool IsServiceApp => kind == TokenKind.ServiceApp;

    /// <summary>New messages come from <c>messages/query</c>. It selects by creation time, so edits and deletions of older messages show
    /// only in the newest page of the list. Service apps may not query; they read the list until it covers the gap
    /// [wire 4.1 row 3, 4.4].</summary>
    public async Task<MissedMessages> FetchAsync(string spaceId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since - Overlap;
        List<Message> created = [];
        if (!IsServiceApp)
        {
            var query = new MessageQuery { Moment = from, Before = false };
            var queryError = await ReadAsync(messages.QueryAsync(spaceId, query, cancellationToken), created, isEnough: _ => false);
            if (queryError is not null)
                return new MissedMessages(from, created, CompleteAfter: null, queryError);
        }

        List<Message> latest = [];
        var isWholeList = true;
        var error = await ReadAsync(messages.ListAsync(spaceId, MessageQuery.MaxSize, cancellationToken: cancellationToken), latest, page =>
        {
            isWholeList = !page.HasNextPage;
            return !IsServiceApp || page.Items.Any(it => it.Created < from);
        });
        var completeAfter = isWholeList ? DateTimeOffset.MinValue : latest.Min(it => it.Created);
        return new MissedMessages(from, [.. created, .. latest], error is null ? completeAfter : null, error);
    }

    /// <summary>Reads pages until there are enough.</summary>
    /// <returns>The error that ended the reading early, or null.</returns>
    private static async Task<SpacesError?> ReadAsync(
        IAsyncEnumerable<SpacesOutcome<Page<Message>>> pages, List<Message> messages, Func<Page<Message>, bool> isEnough)
    {
        var count = 0;
        await foreach (var outcome in pages)
        {
            if (outcome is not SpacesOutcome<Page<Message>>.Ok(var page))
                return outcome.Error;
            messages.AddRange(page.Items);
            if (isEnough(page))
                return null;
            if (++count == MaxPages)
                return new SpacesError(SpacesErrorKind.InvalidResponse, Message: "More messages were missed than are fetched.");
        }

        return null;
    }
}

/// <summary>What REST returned about a space after a gap.</summary>
/// <param name="From">The start of the gap, or a little before it.</param>
/// <param name="Messages">In any order; some may be known already, and some may be listed twice.</param>
/// <param name="CompleteAfter">No message after this moment is missing from the list; null when that is not known.</param>
/// <param name="Error">Why the fetch ended early.</param>
internal sealed record MissedMessages(
    DateTimeOffset From, IReadOnlyList<Message> Messages, DateTimeOffset? CompleteAfter, SpacesError? Error)
{
    private readonly HashSet<string> _ids = [.. Messages.Select(it => it.Id)];
    private readonly HashSet<MessageCategory> _categories = [.. Messages.Select(it => it.Category)];

    public static MissedMessages None(DateTimeOffset from) => new(from, [], CompleteAfter: null, Error: null);

    public bool Contains(string id) => _ids.Contains(id);

    /// <summary>No source says that byref lists every category. A category without any message may have been left out [guess].</summary>
    public bool ShouldContain(MessageCategory category, DateTimeOffset? created) =>
        created > CompleteAfter && _categories.Contains(category);

    /// <summary>Each message once, in order of creation.</summary>
    public IEnumerable<Message> NewOrEdited() =>
        Messages.Where(it => it.Created >= From || it.Modified >= From).DistinctBy(it => it.Id).OrderBy(it => it.Created);
}
