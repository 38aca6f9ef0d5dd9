using System.Globalization;

namespace AvayaCloud.Sandbox.People;

/// <summary>Space number N of the company. Number 0 is the admin's personal room; every fifth is direct, every twelfth archived.</summary>
internal sealed class SpaceMaker(int seed, Cast cast, DateTimeOffset now)
{
    public Space Make(int number)
    {
        var modified = now - Age(number);
        var space = new Space
        {
            Id = Derived.ObjectId(seed, Named("space", number)),
            Title = SpaceTitles.Title(seed, number),
            Description = SpaceTitles.Description(seed, number),
            Kind = SpaceKind.Group,
            Status = number % 12 == 7 ? SpaceStatus.Archived : SpaceStatus.Normal,
            Attendees = Attendees(number),
            Modified = modified,
            Created = modified.AddDays(-1 - Derived.Number(seed, Named("created", number), 900)),
            Picture = number % 4 == 1 ? string.Create(CultureInfo.InvariantCulture, $"/_sandbox/pictures/space-{number % 16}.png") : null,
            IsPinned = number % 6 == 1,
            IsUnread = number % 4 == 2,
        };
        return number == 0 ? Personal(cast.Admin, now) : number % 5 == 4 ? Direct(space, number) : space;
    }

    /// <summary>Made by the system, one for each [wire 6].</summary>
    public Space Personal(Person owner, DateTimeOffset modified) => new()
    {
        Id = Derived.ObjectId(seed, "personal " + owner.Login),
        Title = owner.DisplayName + "'s room",
        Kind = SpaceKind.Personal,
        Attendees = [new Attendee(owner, "admin")],
        Modified = modified,
        Created = modified.AddDays(-400),
    };

    public Space Deleted(int number) => Make(1 + (number * 20)) with
    {
        Id = Derived.ObjectId(seed, Named("deleted", number)),
        Title = "Closed: " + SpaceTitles.Title(seed, number * 20),
        Kind = SpaceKind.Group,
        LatestChat = null,
        Status = SpaceStatus.Deleted,
    };

    // Two people and chat only, never archived [wire 6].
    private Space Direct(Space space, int number)
    {
        var other = number switch { 4 => cast.Member, 9 => cast.Guest, _ => cast.Colleagues[number % cast.Colleagues.Count] };
        return space with
        {
            Kind = SpaceKind.Direct,
            Title = other.DisplayName,
            Description = "",
            Status = SpaceStatus.Normal,
            Attendees = [new Attendee(cast.Admin, "admin"), new Attendee(other, "admin")],
            Picture = null,
            LatestChat = number % 2 == 0 ? "<p>See you at three.</p>" : "<p>Thanks, that&#x27;s &quot;it&quot;!</p>",
        };
    }

    private List<Attendee> Attendees(int number)
    {
        var colleague = cast.Colleagues[Derived.Number(seed, Named("creator", number), cast.Colleagues.Count)];
        List<Attendee> attendees = (number % 3) switch
        {
            0 => [new(cast.Admin, "admin"), new(colleague, "member")],
            1 => [new(colleague, "admin"), new(cast.Admin, "admin"), new(cast.Member, "member")],
            _ => [new(colleague, "admin"), new(cast.Admin, number % 11 == 0 ? "guest" : "member")],
        };
        if (number % 8 == 2)
            attendees.Add(new Attendee(cast.Guest, "guest"));
        for (var more = Derived.Number(seed, Named("more", number), 4); more > 0; more--)
            attendees.Add(new Attendee(cast.Colleagues[(number + (more * 7)) % cast.Colleagues.Count], "member"));
        return [.. attendees.DistinctBy(it => it.Person.SpacesId)];
    }

    // The latest minutes ago, the ten-thousandth some three years.
    private static TimeSpan Age(int number) => TimeSpan.FromMinutes(Math.Floor(7 * Math.Pow(number, 1.35)));

    private static string Named(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
