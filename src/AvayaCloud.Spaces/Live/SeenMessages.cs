namespace AvayaCloud.Spaces;

/// <summary>The latest messages and when they were changed last: what is told twice is shown once, and what is gone is missed.</summary>
internal sealed class SeenMessages
{
    // A gap is fetched from a little before it, so that only the latest can come twice.
    private const int Most = 2000;

    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public MessageChange Add(Message message)
    {
        var (id, changed) = (message.Id, message.Modified ?? message.Created);
        if (_seen.TryGetValue(id, out var before))
        {
            if (!(changed > before.Changed))
                return MessageChange.Again;
            _seen[id] = before with { Changed = changed };
            return MessageChange.Changed;
        }

        _seen[id] = new Seen(message.Category, message.Created, changed);
        _order.Enqueue(id);
        if (_order.Count > Most)
            _seen.Remove(_order.Dequeue());
        return MessageChange.New;
    }

    public bool Has(string id) => _seen.ContainsKey(id);

    public void Remove(string id) => _seen.Remove(id);

    /// <summary>Takes out, and names, those that a list should have and has not.</summary>
    public IReadOnlyList<string> TakeMissingIn(MissedMessages list)
    {
        List<string> gone =
        [
            .. _seen.Where(it => list.ShouldHave(it.Value.Category, it.Value.Created) && !list.Has(it.Key)).Select(it => it.Key)
        ];
        gone.ForEach(Remove);
        return gone;
    }

    private sealed record Seen(MessageCategory Category, DateTimeOffset? Created, DateTimeOffset? Changed);
}

internal enum MessageChange
{
    New,
    Changed,
    Again,
}
