namespace AvayaCloud.Spaces;

/// <summary>The latest messages by id and when they were changed last: what is told twice is shown once.</summary>
internal sealed class SeenMessages
{
    // A gap is fetched from a little before it, so that only the latest can come twice.
    private const int Most = 2000;

    private readonly Dictionary<string, DateTimeOffset?> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public Sight Add(string id, DateTimeOffset? changed)
    {
        if (_seen.TryGetValue(id, out var before))
        {
            if (!(changed > before))
                return Sight.Again;
            _seen[id] = changed;
            return Sight.Changed;
        }

        _seen[id] = changed;
        _order.Enqueue(id);
        if (_order.Count > Most)
            _seen.Remove(_order.Dequeue());
        return Sight.New;
    }

    public void Remove(string id) => _seen.Remove(id);
}

internal enum Sight
{
    New,
    Changed,
    Again,
}
