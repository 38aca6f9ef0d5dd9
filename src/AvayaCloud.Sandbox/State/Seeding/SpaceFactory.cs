namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Creates a space of the company by its number. Number 0 is the personal room of the admin. Every fifth is direct, every twelfth
/// archived.</summary>
internal sealed class SpaceFactory(int seed, DemoUsers users, DateTimeOffset now)
{
    /// <summary>The number of the space that the option Messages fills.</summary>
    public const int Busiest = 1;

    public static string GetId(int seed, int number) => Derived.ObjectId(seed, Name("space", number));

    public Space Create(int number)
    {
        if (number == 0)
            return CreatePersonal(users.Admin, now);
        var modified = now - GetAge(number);
        var attendees = CreateAttendees(number);
        var space = new Space
        {
            Id = GetId(seed, number),
            Title = SpaceTitles.GetTitle(seed, number),
            Description = SpaceTitles.GetDescription(seed, number),
            Kind = SpaceKind.Group,
            Status = number % 12 == 7 ? SpaceStatus.Archived : SpaceStatus.Normal,
            Creator = attendees[0].Person,
            Attendees = [.. attendees.Select(it => Mark(it, number))],
            Modified = modified,
            Created = modified.AddDays(-1 - Derived.Number(seed, Name("created", number), 900)),
            Picture = number % 4 == 1 ? string.Create(CultureInfo.InvariantCulture, $"/_sandbox/pictures/space-{number % 16}.png") : null,
        };
        return number % 5 == 4 ? ToDirect(space, number) : space;
    }

    /// <summary>The system creates one for each user [wire 6].</summary>
    public Space CreatePersonal(Person owner, DateTimeOffset modified) => new()
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

    public Space CreateDeleted(int number) => Create(1 + (number * 20)) with
    {
        Id = Derived.ObjectId(seed, Name("deleted", number)),
        Title = "Closed: " + SpaceTitles.GetTitle(seed, number * 20),
        Kind = SpaceKind.Group,
        Creator = users.Admin,
        Attendees = [new Attendee(users.Admin, Role.Admin)],
        Latest = null,
        Status = SpaceStatus.Deleted,
    };

    // Two members and chats only, never archived [wire 6].
    private Space ToDirect(Space space, int number)
    {
        var other = number switch { 4 => users.Member, 9 => users.Guest, _ => users.Colleagues[number % users.Colleagues.Count] };
        var direct = space with
        {
            Kind = SpaceKind.Direct,
            Title = other.DisplayName,
            Description = "",
            Status = SpaceStatus.Normal,
            Creator = users.Admin,
            Attendees = [Mark(new Attendee(users.Admin, Role.Admin), number), Mark(new Attendee(other, Role.Admin), number)],
            Settings = new SpaceSettings { Restrict = [] },
            Picture = null,
        };
        return MessageSeed.WithLatest(direct, number % 2 == 0 ? "<p>See you at three.</p>" : "<p>Thanks, that&#x27;s &quot;it&quot;!</p>");
    }

    private List<Attendee> CreateAttendees(int number)
    {
        var colleague = users.Colleagues[Derived.Number(seed, Name("creator", number), users.Colleagues.Count)];
        List<Attendee> attendees = (number % 3) switch
        {
            0 => [new(users.Admin, Role.Admin), new(colleague, Role.Member)],
            1 => [new(colleague, Role.Admin), new(users.Admin, Role.Admin), new(users.Member, Role.Member)],
            _ => [new(colleague, Role.Admin), new(users.Admin, number % 11 == 0 ? Role.Guest : Role.Member)],
        };
        if (number % 8 == 2)
            attendees.Add(new Attendee(users.Guest, Role.Guest));
        for (var more = Derived.Number(seed, Name("more", number), 4); more > 0; more--)
            attendees.Add(new Attendee(users.Colleagues[(number + (more * 7)) % users.Colleagues.Count], Role.Member));
        return [.. attendees.DistinctBy(it => it.Person.SpacesId)];
    }

    // Where the admin has a pin, the others have an unread mark.
    private Attendee Mark(Attendee attendee, int number)
    {
        var pinned = number % 6 == 1;
        var unread = number % 4 == 2;
        return attendee.Person == users.Admin
            ? attendee with { IsPinned = pinned, IsUnread = unread }
            : attendee with { IsPinned = unread, IsUnread = pinned };
    }

    // From minutes for the first space to three years for the ten-thousandth.
    private static TimeSpan GetAge(int number) => TimeSpan.FromMinutes(Math.Floor(7 * Math.Pow(number, 1.35)));

    private static string Name(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
