namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Creates up to three meetings of a group, all of them ended.</summary>
internal sealed class MeetingSeed(SandboxOptions options, StateClock clock)
{
    public IEnumerable<Meeting> Create(Space space)
    {
        if (space.Kind != SpaceKind.Group || space.Created > clock.Start)
            yield break;
        for (var number = Derived.Number(options.Seed, "meetings " + space.Id, 4); number > 0; number--)
        {
            var started = space.Modified.AddDays(-7 * number);
            yield return new Meeting
            {
                Id = Derived.ObjectId(number, "meeting " + space.Id),
                SpaceId = space.Id,
                Started = started,
                Ended = started.AddMinutes(45),
                Attendees = [.. space.Attendees.Select((it, index) => (it.Person, started.AddSeconds(index * 20)))],
            };
        }
    }
}
