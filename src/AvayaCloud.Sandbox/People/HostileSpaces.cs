namespace AvayaCloud.Sandbox.People;

/// <summary>Spaces whose every text is meant to break a page.</summary>
internal static class HostileSpaces
{
    private static readonly string[] Titles =
    [
        HostileText.Script, HostileText.Attribute, HostileText.Long, HostileText.Unbroken, HostileText.RightToLeft, HostileText.Directions,
        HostileText.Emoji, HostileText.Control, HostileText.Template, HostileText.Closing, HostileText.Link, "", "   ",
    ];

    public static IEnumerable<Space> Make(int seed, Cast cast, DateTimeOffset now) => Titles.Select((title, index) => new Space
    {
        Id = Derived.ObjectId(seed, "hostile " + index.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Title = title,
        Description = HostileText.Script + HostileText.Attribute + HostileText.Control,
        Kind = index % 4 == 3 ? SpaceKind.Direct : SpaceKind.Group,
        Attendees = [new Attendee(cast.Hostile, "admin"), new Attendee(cast.Colleagues[index], "member")],
        Modified = now.AddHours(-index),
        Created = now.AddDays(-index - 1),
        Picture = index % 2 == 0 ? HostileText.Link : "https://127.0.0.1:1/" + HostileText.Script,
        LatestChat = index % 4 == 3 ? "<p onclick=\"alert(1)\">" + HostileText.Script + "</p>" : null,
        IsPinned = index < 2,
        IsUnread = index % 2 == 1,
    });
}
