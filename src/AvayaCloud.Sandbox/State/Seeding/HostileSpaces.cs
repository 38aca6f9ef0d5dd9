namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Spaces with texts that try to break a page.</summary>
internal static class HostileSpaces
{
    private static readonly string[] Titles =
    [
        HostileText.Script, HostileText.Attribute, HostileText.Long, HostileText.Unbroken, HostileText.RightToLeft, HostileText.Directions,
        HostileText.Emoji, HostileText.Control, HostileText.Template, HostileText.Closing, HostileText.Link, "", "   ",
    ];

    public static IEnumerable<Space> Create(int seed, DemoUsers users, DateTimeOffset now) =>
        Titles.Select((title, index) => Create(seed, users, now, title, index));

    private static Space Create(int seed, DemoUsers users, DateTimeOffset now, string title, int index)
    {
        var isDirect = index % 4 == 3;
        var space = new Space
        {
            Id = Derived.ObjectId(seed, "hostile " + index.ToString(CultureInfo.InvariantCulture)),
            Title = title,
            Description = HostileText.Script + HostileText.Attribute + HostileText.Control,
            Kind = isDirect ? SpaceKind.Direct : SpaceKind.Group,
            Creator = users.Hostile,
            Attendees =
            [
                new Attendee(users.Hostile, Role.Admin) { IsPinned = index < 2, IsUnread = index % 2 == 1 },
                new Attendee(users.Colleagues[index], isDirect ? Role.Admin : Role.Member),
            ],
            Modified = now.AddHours(-index),
            Created = now.AddDays(-index - 1),
            Picture = index % 2 == 0 ? HostileText.Link : "https://127.0.0.1:1/" + HostileText.Script,
        };
        return isDirect ? MessageSeed.WithLatest(space, "<p onclick=\"alert(1)\">" + HostileText.Script + "</p>") : space;
    }
}
