namespace AvayaCloud.Sandbox.State;

/// <summary>The meetings of the spaces. A space has at most one active meeting.</summary>
internal sealed class MeetingStore(MeetingSeed seed, StateFeed feed, StateClock clock, ObjectIds ids)
{
    private readonly Dictionary<string, List<Meeting>> _meetings = new(StringComparer.Ordinal);

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Meeting> GetAll(Space space) => [.. GetList(space).OrderByDescending(it => it.Started)];

    public Meeting? FindActive(Space space) => GetList(space).Find(it => it.Ended is null);

    /// <summary>Starts a meeting when none is active.</summary>
    public Meeting Join(Space space, Person person)
    {
        var now = clock.Next();
        if (FindActive(space) is { } active)
        {
            return active.Attendees.Any(it => it.Person.SpacesId == person.SpacesId)
                ? active
                : Update(space, active with { Attendees = [.. active.Attendees, (person, now)] });
        }

        var meeting = new Meeting { Id = ids.Next(now), SpaceId = space.Id, Started = now, Attendees = [(person, now)] };
        GetList(space).Add(meeting);
        feed.Publish(new StateChange.MeetingStarted(space, meeting));
        return meeting;
    }

    public Meeting Update(Space space, Meeting meeting)
    {
        var list = GetList(space);
        list[list.FindIndex(it => it.Id == meeting.Id)] = meeting;
        feed.Publish(meeting.Ended is null
            ? new StateChange.MeetingChanged(space, meeting)
            : new StateChange.MeetingEnded(space, meeting));
        return meeting;
    }

    public Recording CreateRecording() => new(ids.Next(clock.Next()), clock.Next());

    public void Clear() => _meetings.Clear();

    private List<Meeting> GetList(Space space)
    {
        if (!_meetings.TryGetValue(space.Id, out var list))
            _meetings[space.Id] = list = [.. seed.Create(space)];
        return list;
    }
}
