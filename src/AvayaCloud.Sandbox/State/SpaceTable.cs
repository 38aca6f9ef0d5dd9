namespace AvayaCloud.Sandbox.State;

/// <summary>The spaces by id and by member. They are created on the first access, so that 10,000 of them do not slow down the
/// start.</summary>
internal sealed class SpaceTable(SpaceSeed seed)
{
    private readonly Dictionary<string, Space> _spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _idsByMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Membership>> _sortedByMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByPrefix = new(StringComparer.Ordinal);
    private bool _isSeeded;

    public Space? Find(string id) => GetSpaces().GetValueOrDefault(id);

    /// <summary>The space of a message, by the prefix in the id of the message.</summary>
    public Space? FindByPrefix(string prefix) =>
        GetSpaces().Count > 0 && _idByPrefix.TryGetValue(prefix, out var id) ? _spaces.GetValueOrDefault(id) : null;

    /// <summary>Latest activity first.</summary>
    public IReadOnlyList<Membership> GetFor(Person person)
    {
        if (!_sortedByMember.TryGetValue(person.SpacesId, out var list))
            _sortedByMember[person.SpacesId] = list = Sort(GetSpaces(), person);
        return list;
    }

    public Space Put(Space space)
    {
        var removed = GetSpaces().GetValueOrDefault(space.Id)?.Attendees.Where(it => space.Find(it.Person) is null) ?? [];
        foreach (var attendee in removed)
        {
            _idsByMember[attendee.Person.SpacesId].Remove(space.Id);
            _sortedByMember.Remove(attendee.Person.SpacesId);
        }

        Index(space);
        foreach (var attendee in space.Attendees)
            _sortedByMember.Remove(attendee.Person.SpacesId);
        return space;
    }

    public void Clear()
    {
        _spaces.Clear();
        _idsByMember.Clear();
        _sortedByMember.Clear();
        _idByPrefix.Clear();
        _isSeeded = false;
    }

    private Dictionary<string, Space> GetSpaces()
    {
        if (!_isSeeded)
        {
            _isSeeded = true;
            foreach (var space in seed.Create())
                Index(space);
        }

        return _spaces;
    }

    private void Index(Space space)
    {
        _spaces[space.Id] = space;
        _idByPrefix[MessageId.GetSpacePrefix(space.Id)] = space.Id;
        foreach (var attendee in space.Attendees)
        {
            if (!_idsByMember.TryGetValue(attendee.Person.SpacesId, out var ids))
                _idsByMember[attendee.Person.SpacesId] = ids = new HashSet<string>(StringComparer.Ordinal);
            ids.Add(space.Id);
        }
    }

    private List<Membership> Sort(Dictionary<string, Space> spaces, Person person) =>
        [.. _idsByMember.GetValueOrDefault(person.SpacesId, [])
            .Select(id => new Membership(spaces[id], spaces[id].Find(person)!))
            .OrderByDescending(it => it.Space.Modified)
            .ThenBy(it => it.Space.Id, StringComparer.Ordinal)];
}
