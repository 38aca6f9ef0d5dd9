namespace AvayaCloud.Sandbox.State;

/// <summary>The messages of one space, in the order of their numbers.</summary>
internal sealed class MessageLog
{
    private readonly List<Message> _messages;
    private readonly List<int> _numbers;
    private readonly Dictionary<string, int> _comments = new(StringComparer.Ordinal);

    public MessageLog(IEnumerable<Message> messages)
    {
        _messages = [.. messages];
        _numbers = [.. _messages.Select(it => NumberOf(it.Id))];
        NextNumber = _numbers.LastOrDefault(-1) + 1;
        foreach (var parent in _messages.Select(it => it.ParentId).OfType<string>())
            Count(parent, 1);
    }

    /// <summary>Only goes up: the number of a deleted message is not used again.</summary>
    public int NextNumber { get; private set; }

    public Message? Newest => _messages.LastOrDefault();

    public int CountComments(string id) => _comments.GetValueOrDefault(id);

    public Message? Find(string id) => IndexOf(id) is >= 0 and var index ? _messages[index] : null;

    public void Add(Message message)
    {
        _messages.Add(message);
        _numbers.Add(NumberOf(message.Id));
        NextNumber++;
        if (message.ParentId is { } parent)
            Count(parent, 1);
    }

    public void Replace(Message message) => _messages[IndexOf(message.Id)] = message;

    /// <summary>Removes a message with its comments, and returns them.</summary>
    public IReadOnlyList<Message> Remove(string id)
    {
        List<Message> removed = [.. _messages.Where(it => it.Id == id || it.ParentId == id)];
        foreach (var message in removed)
        {
            var index = IndexOf(message.Id);
            _messages.RemoveAt(index);
            _numbers.RemoveAt(index);
            if (message.ParentId is { } parent)
                Count(parent, -1);
        }

        return removed;
    }

    /// <summary>Pagination by reference [wire 4.0]: the messages after the reference, or before it.</summary>
    public IReadOnlyList<Message> Read(MessageQuery query)
    {
        var step = query.NewestFirst ? -1 : 1;
        if (query.Before is { } before)
            return [.. Walk(GetNeighbour(before, -step), -step, query).Reverse()];
        var first = query.NewestFirst ? _messages.Count - 1 : 0;
        return [.. Walk(query.After is { } after ? GetNeighbour(after, step) : first, step, query)];
    }

    private IEnumerable<Message> Walk(int from, int step, MessageQuery query)
    {
        var left = query.Size;
        for (var index = from; index >= 0 && index < _messages.Count && left > 0; index += step)
        {
            if (!query.Filter(_messages[index]))
                continue;
            left--;
            yield return _messages[index];
        }
    }

    /// <summary>The index next to a message, which may have been deleted.</summary>
    private int GetNeighbour(string id, int step)
    {
        var index = _numbers.BinarySearch(NumberOf(id));
        if (index >= 0)
            return index + step;
        return step > 0 ? ~index : ~index - 1;
    }

    private int IndexOf(string id)
    {
        var index = _numbers.BinarySearch(NumberOf(id));
        return index >= 0 && _messages[index].Id == id ? index : -1;
    }

    private void Count(string parent, int by) => _comments[parent] = _comments.GetValueOrDefault(parent) + by;

    private static int NumberOf(string id) => MessageId.TryParse(id, out _, out var number) ? number : -1;
}

internal sealed record MessageQuery(int Size, Func<Message, bool> Filter)
{
    public bool NewestFirst { get; init; } = true;
    public string? After { get; init; }
    public string? Before { get; init; }
}
