namespace SpacesPortal.Spaces;

/// <summary>An open space as far as its live connection has reported it.</summary>
/// <param name="Space">The space; null until it has been read.</param>
/// <param name="Newest">The newest page of messages; null until it has been read.</param>
/// <param name="IsLive">Messages arrive by themselves. Otherwise the feed asks every 30 seconds.</param>
/// <param name="Present">Other users who have the space open.</param>
/// <param name="Typing">Other users who are writing.</param>
internal sealed record FeedSnapshot(
    SpaceDetails? Space = null,
    Page<Message>? Newest = null,
    bool IsLive = true,
    IReadOnlyList<LiveParticipant>? Present = null,
    IReadOnlyList<LiveParticipant>? Typing = null)
{
    /// <summary>Changes whenever the page would look different; null until all has been read.</summary>
    public string? Stamp => Space is null || Newest is null ? null : FeedStamp.Of(Space, Newest);

    /// <summary>What was unread when the user opened the space stays marked while it is open.</summary>
    public FeedSnapshot With(SpaceDetails space) => this with
    {
        Space = Space is null ? space : space with { IsUnread = Space.IsUnread, LastAccess = Space.LastAccess },
    };

    public FeedSnapshot With(Message message) => Change(items =>
    {
        var index = items.FindIndex(it => it.Id == message.Id);
        if (index >= 0)
            items[index] = message;
        else
            items.Insert(FindPlace(items, message), message);
    });

    public FeedSnapshot Edit(Message message) => Change(items =>
    {
        var index = items.FindIndex(it => it.Id == message.Id);
        if (index >= 0)
            items[index] = message;
    });

    /// <summary>Comments are deleted with their post or task.</summary>
    public FeedSnapshot Without(string messageId) => Change(items =>
        items.RemoveAll(it => it.Id == messageId || it.Parent?.Id == messageId));

    private static int FindPlace(List<Message> newestFirst, Message message)
    {
        var index = newestFirst.FindIndex(it => it.Created <= message.Created);
        return index < 0 ? newestFirst.Count : index;
    }

    private FeedSnapshot Change(Action<List<Message>> change)
    {
        if (Newest is null)
            return this;
        List<Message> items = [.. Newest.Items];
        change(items);
        var isFull = items.Count > SpaceReader.PageSize;
        return this with
        {
            Newest = Newest with
            {
                Items = [.. items.Take(SpaceReader.PageSize)],
                // Only its presence counts here: older messages have an address of the portal's own.
                NextPageUrl = isFull ? Newest.NextPageUrl ?? "older" : Newest.NextPageUrl,
            },
        };
    }
}

/// <summary>Tells two states of an open space apart.</summary>
internal static class FeedStamp
{
    public static string Of(SpaceDetails space, Page<Message> page)
    {
        var hash = new HashCode64();
        hash.Add(string.Create(CultureInfo.InvariantCulture, $"{space.Title}\n{space.Role} {space.IsArchived} {space.IsPinned}\n"));
        foreach (var message in page.Items)
        {
            hash.Add(message.Id);
            hash.Add(message.Modified?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "");
        }

        return hash.ToString();
    }

    // FNV-1a: the same on all replicas.
    private struct HashCode64()
    {
        private ulong _value = 14695981039346656037;

        public void Add(string text)
        {
            foreach (var character in text)
                _value = unchecked((_value ^ character) * 1099511628211);
        }

        public override readonly string ToString() => _value.ToString("x16", CultureInfo.InvariantCulture);
    }
}
