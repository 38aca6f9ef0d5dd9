namespace AvayaCloud.Sandbox.State;

/// <summary>The messages of one space in the order of their numbers. Not safe by itself: the state's lock is held around it.</summary>
internal sealed class MessageLog
{
    private readonly List<Message> _messages;
    private readonly List<int> _numbers;
    private readonly Dictionary<string, int> _comments = new(StringComparer.Ordinal);

    public MessageLog(IEnumerable<Message> messages)
    {
        _messages = [.. messages];
        _numbers = [.. _messages.Select(it => NumberOf(it.Id))];
        foreach (var parent in _messages.Select(it => it.ParentId).OfType<string>())
            Count(parent, 1);
    }

    public int Next => _numbers.Count == 0 ? 0 : _numbers[^1] + 1;

    public int CommentsOn(string id) => _comments.GetValueOrDefault(id);

    public Message? Find(string id) => IndexOf(id) is >= 0 and var index ? _messages[index] : null;

    public void Add(Message message)
    {
        _messages.Add(message);
        _numbers.Add(NumberOf(message.Id));
        if (message.ParentId is { } parent)
            Count(parent, 1);
    }

    public void Replace(Message message) => _messages[IndexOf(message.Id)] = message;

    /// <summary>With its comments.</summary>
    public IReadOnlyList<Message> Remove(string id)
    {
        List<Message> gone = [.. _messages.Where(it => it.Id == id || it.ParentId == id)];
        foreach (var message in gone)
        {
            var index = IndexOf(message.Id);
            _messages.RemoveAt(index);
            _numbers.RemoveAt(index);
            if (message.ParentId is { } parent)
                Count(parent, -1);
        }

        return gone;
    }

    /// <summary>Pagination by reference [wire 4.0]: what comes after the one named, or before it.</summary>
    public IReadOnlyList<Message> Read(MessageQuery query)
    {
        var step = query.NewestFirst ? -1 : 1;
        if (query.Before is { } before)
            return [.. Walk(Edge(before, -step), -step, query).Reverse()];
        return [.. Walk(query.After is { } after ? Edge(after, step) : query.NewestFirst ? _messages.Count - 1 : 0, step, query)];
    }

    private IEnumerable<Message> Walk(int from, int step, MessageQuery query)
    {
        var left = query.Size;
        for (var index = from; index >= 0 && index < _messages.Count && left > 0; index += step)
        {
            if (!query.Takes(_messages[index]))
                continue;
            left--;
            yield return _messages[index];
        }
    }

    /// <summary>The place next to the message, which need not be there any more.</summary>
    private int Edge(string id, int step)
    {
        var found = _numbers.BinarySearch(NumberOf(id));
        return found >= 0 ? found + step : step > 0 ? ~found : ~found - 1;
    }

    private int IndexOf(string id)
    {
        var index = _numbers.BinarySearch(NumberOf(id));
        return index >= 0 && _messages[index].Id == id ? index : -1;
    }

    private void Count(string parent, int by) => _comments[parent] = _comments.GetValueOrDefault(parent) + by;

    private static int NumberOf(string id) => MessageId.TryRead(id, out _, out var number) ? number : -1;
}

/// <summary>Which messages, from where, in which order.</summary>
internal sealed record MessageQuery(int Size, Func<Message, bool> Takes)
{
    public bool NewestFirst { get; init; } = true;

    public string? After { get; init; }

    public string? Before { get; init; }
}
