namespace AvayaCloud.Spaces;

/// <summary>The latest messages and when each was last changed, to recognize duplicates, edits and deletions.</summary>
internal sealed class SeenMessages
{
    // A catch-up starts shortly before the gap, so only the latest messages can come twice.
    private const int Capacity = 2000;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public MessageChange Add(Message message)
    {
        var changed = message.Modified ?? message.Created;
        if (_entries.TryGetValue(message.Id, out var known))
        {
            if (!(changed > known.Changed))
                return MessageChange.Duplicate;
            _entries[message.Id] = known with { Changed = changed };
            return MessageChange.Edited;
        }

        _entries[message.Id] = new Entry(message.Category, message.Created, changed);
        _order.Enqueue(message.Id);
        if (_order.Count > Capacity)
            _entries.Remove(_order.Dequeue());
        return MessageChange.New;
    }

    public void Remove(string id) => _entries.Remove(id);

    /// <summary>Removes the messages that the list should contain and does not.</summary>
    /// <returns>The ids of the removed messages.</returns>
    public IReadOnlyList<string> RemoveMissing(MissedMessages list)
    {
        List<string> missing =
        [
            .. from entry in _entries
               where list.ShouldContain(entry.Value.Category, entry.Value.Created) && !list.Contains(entry.Key)
               select entry.Key,
        ];
        missing.ForEach(Remove);
        return missing;
    }

    private sealed record Entry(MessageCategory Category, DateTimeOffset? Created, DateTimeOffset? Changed);
}

internal enum MessageChange
{
    New,
    Edited,
    Duplicate,
}
