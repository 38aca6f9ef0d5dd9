namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A topic [wire 4.8] with the members that depend on the user who asks [wire 4.2].</summary>
internal static class SpaceJson
{
    private static readonly TimeSpan UnreadFor = TimeSpan.FromHours(5);

    public static JsonObject Create(Membership membership, PublicAddress address)
    {
        var (space, own) = membership;
        var json = new JsonObject
        {
            ["_id"] = space.Id,
            ["cid"] = space.Creator.SpacesId,
            ["title"] = membership.Title,
            ["description"] = space.Description,
            ["type"] = Type(space.Kind),
            ["status"] = (int)space.Status,
            ["restrict"] = Json.List(space.Settings.Restrict, it => it),
            ["members"] = Json.List(space.Attendees, it => Member(it, space, address)),
            ["settings"] = Settings(space),
            ["msgRetention"] = new JsonObject
            {
                ["retentionLength"] = space.Settings.RetentionDays,
                ["retentionType"] = space.Settings.Retention,
                ["notInheritParentPolicy"] = space.Settings.IgnoresParentRetention,
            },
            ["picture_url"] = address.Picture(space.Picture),
            ["created"] = Json.Time(space.Created),
            ["modified"] = Json.Time(space.Modified),
            ["isPinned"] = own.IsPinned,
            ["notification"] = space.Kind == SpaceKind.Direct && own.Notification == "all" ? "direct" : own.Notification,
            ["role"] = own.Role,
            ["lastAccess"] = Json.Time(own.LastAccess ?? (own.IsUnread ? space.Modified - UnreadFor : space.Modified)),
            ["unread"] = own.IsUnread,
        };
        // The name of this member is not documented [guess]. Its value is a message [wire 4.4].
        if (space.Latest is { } latest)
            json["latestMessage"] = MessageJson.Create(latest, space, address);
        return json;
    }

    public static string Type(SpaceKind kind) => kind switch
    {
        SpaceKind.Direct => "direct",
        SpaceKind.Personal => "personal",
        _ => "group",
    };

    public static JsonObject Member(Attendee attendee, Space space, PublicAddress address) => new()
    {
        ["member"] = attendee.Person.SpacesId,
        ["memberType"] = UserJson.AttendeeType(attendee.Person),
        ["role"] = attendee.Role,
        ["joinTime"] = Json.Time(attendee.Joined ?? space.Created),
        ["username"] = attendee.Person.Username,
        ["displayname"] = attendee.Person.DisplayName,
        ["picture_url"] = address.Picture(attendee.Person.Picture),
        ["phone_numbers"] = new JsonArray(),
    };

    private static JsonObject Settings(Space space) => new()
    {
        ["mpaasSettings"] = new JsonObject
        {
            ["eventConference"] = new JsonObject { ["enable"] = space.Settings.IsEvent },
            ["maxResolution"] = space.Settings.MaxResolution,
        },
        ["confId"] = space.Kind == SpaceKind.Personal ? "7" + space.Id[..8] : "",
        ["confPin"] = space.Settings.Pin,
        ["passwordRequired"] = new JsonObject { ["allGuests"] = space.Settings.GuestsNeedPin },
        ["allowPasswordInURL"] = space.Settings.AllowPinInUrl,
        ["memberOnly"] = space.Settings.MemberOnly,
        ["autoStart"] = space.Settings.AutoStart,
        ["hideAutoStartPrompt"] = space.Settings.HideAutoStartPrompt,
    };
}
