namespace AvayaCloud.Sandbox.State;

/// <summary>
/// Every space by id, and whose they are. Filled from the seed when somebody first asks, so that 10,000 cost no start time.
/// </summary>
internal sealed class SpaceTable(SpaceSeed seed, StateFeed feed)
{
    private readonly Dictionary<string, Space> _spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _idsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<MySpace>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByMark = new(StringComparer.Ordinal);
    private bool _isFilled;

    public Space? Find(string id)
    {
        lock (feed.Gate)
            return Filled().GetValueOrDefault(id);
    }

    /// <summary>The space of a message, by the mark that its id carries.</summary>
    public Space? FindByMark(string mark)
    {
        lock (feed.Gate)
            return Filled().Count > 0 && _idByMark.TryGetValue(mark, out var id) ? _spaces.GetValueOrDefault(id) : null;
    }

    /// <summary>Latest activity first.</summary>
    public IReadOnlyList<MySpace> Of(Person person)
    {
        lock (feed.Gate)
        {
            Filled();
            if (!_lists.TryGetValue(person.SpacesId, out var list))
                _lists[person.SpacesId] = list = [.. Sorted(person)];
            return list;
        }
    }

    /// <summary>Called with the lock held.</summary>
    public Space Put(Space space)
    {
        if (Filled().TryGetValue(space.Id, out var old))
            Forget(old.Attendees.Where(it => space.Find(it.Person) is null), space.Id);
        Add(space);
        foreach (var attendee in space.Attendees)
            _lists.Remove(attendee.Person.SpacesId);
        return space;
    }

    public void Clear()
    {
        lock (feed.Gate)
        {
            _spaces.Clear();
            _idsOf.Clear();
            _lists.Clear();
            _idByMark.Clear();
            _isFilled = false;
        }
    }

    private Dictionary<string, Space> Filled()
    {
        if (_isFilled)
            return _spaces;
        _isFilled = true;
        foreach (var space in seed.All())
            Add(space);
        return _spaces;
    }

    private void Add(Space space)
    {
        _spaces[space.Id] = space;
        _idByMark[MessageId.MarkOf(space.Id)] = space.Id;
        foreach (var attendee in space.Attendees)
        {
            if (!_idsOf.TryGetValue(attendee.Person.SpacesId, out var ids))
                _idsOf[attendee.Person.SpacesId] = ids = new HashSet<string>(StringComparer.Ordinal);
            ids.Add(space.Id);
        }
    }

    private void Forget(IEnumerable<Attendee> gone, string id)
    {
        foreach (var attendee in gone)
        {
            _idsOf[attendee.Person.SpacesId].Remove(id);
            _lists.Remove(attendee.Person.SpacesId);
        }
    }

    private IEnumerable<MySpace> Sorted(Person person) => _idsOf.GetValueOrDefault(person.SpacesId, [])
        .Select(id => new MySpace(_spaces[id], _spaces[id].Find(person)!))
        .OrderByDescending(it => it.Space.Modified)
        .ThenBy(it => it.Space.Id, StringComparer.Ordinal);
}
