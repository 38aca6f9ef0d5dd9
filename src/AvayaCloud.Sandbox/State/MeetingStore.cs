namespace AvayaCloud.Sandbox.State;

/// <summary>Meetings that were and, at most one per space, the one that is.</summary>
internal sealed class MeetingStore(SpaceTable table, MeetingSeed seed, StateFeed feed, StateClock clock, ObjectIds ids)
{
    private readonly Dictionary<string, List<Meeting>> _meetings = new(StringComparer.Ordinal);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Meeting> Of(Space space)
    {
        lock (feed.Gate)
            return [.. ListOf(space).OrderByDescending(it => it.Started)];
    }

    public Meeting? Active(Space space)
    {
        lock (feed.Gate)
            return ListOf(space).Find(it => it.Ended is null);
    }

    /// <summary>The first to join begins it.</summary>
    public Meeting Join(Space space, Person person)
    {
        lock (feed.Gate)
        {
            var now = clock.Next();
            if (Active(space) is not { } active)
            {
                var started = new Meeting { Id = ids.Next(now), SpaceId = space.Id, Started = now, Attendees = [(person, now)] };
                ListOf(space).Add(started);
                feed.Publish(new StateChange.MeetingStarted(Current(space), started));
                return started;
            }

            return active.Attendees.Any(it => it.Person.SpacesId == person.SpacesId)
                ? active
                : Change(space, active.Id, it => it with { Attendees = [.. it.Attendees, (person, now)] })!;
        }
    }

    /// <summary>The last to leave ends it.</summary>
    public Meeting? Leave(Space space, Person person)
    {
        lock (feed.Gate)
        {
            if (Active(space) is not { } active)
                return null;
            return active.Attendees.All(it => it.Person.SpacesId == person.SpacesId)
                ? End(space, active.Id)
                : Change(
                    space, active.Id, it => it with { Attendees = [.. it.Attendees.Where(one => one.Person.SpacesId != person.SpacesId)] });
        }
    }

    public Meeting? End(Space space, string id)
    {
        lock (feed.Gate)
        {
            if (Set(space, id, it => it with { Ended = clock.Next() }) is not { } ended)
                return null;
            feed.Publish(new StateChange.MeetingEnded(Current(space), ended));
            return ended;
        }
    }

    public Meeting? Change(Space space, string id, Func<Meeting, Meeting> change)
    {
        lock (feed.Gate)
        {
            if (Set(space, id, change) is not { } changed)
                return null;
            feed.Publish(new StateChange.MeetingChanged(Current(space), changed));
            return changed;
        }
    }

    public Recording NewRecording() => new(ids.Next(clock.Next()), clock.Next());

    public void Clear()
    {
        lock (feed.Gate)
            _meetings.Clear();
    }

    /// <summary>Null when no such meeting is under way.</summary>
    private Meeting? Set(Space space, string id, Func<Meeting, Meeting> change)
    {
        var list = ListOf(space);
        var index = list.FindIndex(it => it.Id == id && it.Ended is null);
        return index < 0 ? null : list[index] = change(list[index]);
    }

    private List<Meeting> ListOf(Space space)
    {
        if (!_meetings.TryGetValue(space.Id, out var list))
            _meetings[space.Id] = list = [.. seed.Of(space)];
        return list;
    }

    private Space Current(Space space) => table.Find(space.Id) ?? space;
}
