namespace AvayaCloud.Sandbox.People;

/// <summary>Who is in which space, latest activity first. Made when somebody first asks, so that 10,000 cost no start time.</summary>
internal sealed class SpaceCatalog(SandboxOptions options, Cast cast, TimeProvider clock)
{
    private readonly DateTimeOffset _now = Whole(clock.GetUtcNow());
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<Space>> _lists = new(StringComparer.Ordinal);

    public IReadOnlyList<Space> Of(Person person)
    {
        lock (_gate)
        {
            if (!_lists.TryGetValue(person.SpacesId, out var list))
                _lists[person.SpacesId] = list = [.. Make(person).OrderByDescending(it => it.Modified).ThenBy(it => it.Id, StringComparer.Ordinal)];
            return list;
        }
    }

    private IEnumerable<Space> Make(Person person)
    {
        var maker = new SpaceMaker(options.Seed, cast, _now);
        if (person == cast.Unnamed)
            return [];
        if (person == cast.Hostile)
            return HostileSpaces.Make(options.Seed, cast, _now).Prepend(maker.Personal(person, _now));
        if (person == cast.Admin)
            return All(maker).Concat(Enumerable.Range(0, options.Spaces / 20).Select(maker.Deleted));
        var shared = All(maker).Where(it => it.Attendees.Any(attendee => attendee.Person.SpacesId == person.SpacesId));
        return person == cast.Member ? shared.Select(Seen).Append(maker.Personal(person, _now.AddDays(-3))) : shared.Select(Seen);
    }

    private IEnumerable<Space> All(SpaceMaker maker) => Enumerable.Range(0, options.Spaces).Select(maker.Make);

    // Pins and unread marks are each person's own, and so is the name of a direct space: the other one's.
    private static Space Seen(Space space) => space with
    {
        IsPinned = space.IsUnread,
        IsUnread = space.IsPinned,
        Title = space.Kind == SpaceKind.Direct ? space.Creator.DisplayName : space.Title,
    };

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
