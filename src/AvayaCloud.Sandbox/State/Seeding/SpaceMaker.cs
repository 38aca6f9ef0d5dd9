namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Space number N of the company. Number 0 is the admin's personal room; every fifth is direct, every twelfth archived.</summary>
internal sealed class SpaceMaker(int seed, DemoUsers users, DateTimeOffset now)
{
    /// <summary>The space that the option Messages fills.</summary>
    public const int Busiest = 1;

    public static string IdOf(int seed, int number) => Derived.ObjectId(seed, Named("space", number));

    public Space Make(int number)
    {
        if (number == 0)
            return Personal(users.Admin, now);
        var modified = now - Age(number);
        var attendees = Attendees(number);
        var space = new Space
        {
            Id = IdOf(seed, number),
            Title = SpaceTitles.Title(seed, number),
            Description = SpaceTitles.Description(seed, number),
            Kind = SpaceKind.Group,
            Status = number % 12 == 7 ? SpaceStatus.Archived : SpaceStatus.Normal,
            Creator = attendees[0].Person,
            Attendees = [.. attendees.Select(it => Marked(it, number))],
            Modified = modified,
            Created = modified.AddDays(-1 - Derived.Number(seed, Named("created", number), 900)),
            Picture = number % 4 == 1 ? string.Create(CultureInfo.InvariantCulture, $"/_sandbox/pictures/space-{number % 16}.png") : null,
        };
        return number % 5 == 4 ? Direct(space, number) : space;
    }

    /// <summary>Made by the system, one for each [wire 6].</summary>
    public Space Personal(Person owner, DateTimeOffset modified) => new()
    {
        Id = Derived.ObjectId(seed, "personal " + owner.Login),
        Title = owner.DisplayName + "'s room",
        Kind = SpaceKind.Personal,
        Creator = owner,
        Attendees = [new Attendee(owner, Role.Admin)],
        Settings = new SpaceSettings { Restrict = [] },
        Modified = modified,
        Created = modified.AddDays(-400),
    };

    public Space Deleted(int number) => Make(1 + (number * 20)) with
    {
        Id = Derived.ObjectId(seed, Named("deleted", number)),
        Title = "Closed: " + SpaceTitles.Title(seed, number * 20),
        Kind = SpaceKind.Group,
        Creator = users.Admin,
        Attendees = [new Attendee(users.Admin, Role.Admin)],
        Latest = null,
        Status = SpaceStatus.Deleted,
    };

    // Two people and chat only, never archived [wire 6].
    private Space Direct(Space space, int number)
    {
        var other = number switch { 4 => users.Member, 9 => users.Guest, _ => users.Colleagues[number % users.Colleagues.Count] };
        var direct = space with
        {
            Kind = SpaceKind.Direct,
            Title = other.DisplayName,
            Description = "",
            Status = SpaceStatus.Normal,
            Creator = users.Admin,
            Attendees = [Marked(new Attendee(users.Admin, Role.Admin), number), Marked(new Attendee(other, Role.Admin), number)],
            Settings = new SpaceSettings { Restrict = [] },
            Picture = null,
        };
        return MessageSeed.WithLatest(direct, number % 2 == 0 ? "<p>See you at three.</p>" : "<p>Thanks, that&#x27;s &quot;it&quot;!</p>");
    }

    private List<Attendee> Attendees(int number)
    {
        var colleague = users.Colleagues[Derived.Number(seed, Named("creator", number), users.Colleagues.Count)];
        List<Attendee> attendees = (number % 3) switch
        {
            0 => [new(users.Admin, Role.Admin), new(colleague, Role.Member)],
            1 => [new(colleague, Role.Admin), new(users.Admin, Role.Admin), new(users.Member, Role.Member)],
            _ => [new(colleague, Role.Admin), new(users.Admin, number % 11 == 0 ? Role.Guest : Role.Member)],
        };
        if (number % 8 == 2)
            attendees.Add(new Attendee(users.Guest, Role.Guest));
        for (var more = Derived.Number(seed, Named("more", number), 4); more > 0; more--)
            attendees.Add(new Attendee(users.Colleagues[(number + (more * 7)) % users.Colleagues.Count], Role.Member));
        return [.. attendees.DistinctBy(it => it.Person.SpacesId)];
    }

    // Pins and unread marks are each person's own: the others' are the admin's the other way round.
    private Attendee Marked(Attendee attendee, int number)
    {
        var (pinned, unread) = (number % 6 == 1, number % 4 == 2);
        return attendee.Person == users.Admin
            ? attendee with { IsPinned = pinned, IsUnread = unread }
            : attendee with { IsPinned = unread, IsUnread = pinned };
    }

    // The latest minutes ago, the ten-thousandth some three years.
    private static TimeSpan Age(int number) => TimeSpan.FromMinutes(Math.Floor(7 * Math.Pow(number, 1.35)));

    private static string Named(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
