using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A topic [wire 4.8] with the fields of the person who asks [wire 4.2].</summary>
internal static class SpaceJson
{
    public static JsonObject Of(Space space, Person person, PublicAddress address)
    {
        var json = new JsonObject
        {
            ["_id"] = space.Id,
            ["cid"] = space.Creator.SpacesId,
            ["title"] = space.Title,
            ["description"] = space.Description,
            ["type"] = Type(space.Kind),
            ["status"] = (int)space.Status,
            ["restrict"] = space.Kind == SpaceKind.Group ? new JsonArray("deny_guest_access_history_msg") : new JsonArray(),
            ["members"] = Json.List(space.Attendees, it => Member(it, space, address)),
            ["settings"] = Settings(space),
            ["msgRetention"] = new JsonObject { ["retentionLength"] = 0, ["retentionType"] = "forever", ["notInheritParentPolicy"] = false },
            ["picture_url"] = address.Picture(space.Picture),
            ["created"] = Json.Time(space.Created),
            ["modified"] = Json.Time(space.Modified),
            ["isPinned"] = space.IsPinned,
            ["notification"] = space.Kind == SpaceKind.Direct ? "direct" : "all",
            ["role"] = space.RoleOf(person),
            ["lastAccess"] = Json.Time(space.IsUnread ? space.Modified.AddHours(-5) : space.Modified),
            ["unread"] = space.IsUnread,
        };
        // The name of this member is not on record [guess]; its shape is a message's [wire 4.4].
        if (space.LatestChat is { } chat)
            json["latestMessage"] = Message(space, chat, address);
        return json;
    }

    private static string Type(SpaceKind kind) => kind switch
    {
        SpaceKind.Direct => "direct",
        SpaceKind.Personal => "personal",
        _ => "group",
    };

    private static JsonObject Member(Attendee attendee, Space space, PublicAddress address) => new()
    {
        ["member"] = attendee.Person.SpacesId,
        ["memberType"] = "userId",
        ["role"] = attendee.Role,
        ["joinTime"] = Json.Time(space.Created),
        ["username"] = attendee.Person.Username,
        ["displayname"] = attendee.Person.DisplayName,
        ["picture_url"] = address.Picture(attendee.Person.Picture),
        ["phone_numbers"] = new JsonArray(),
    };

    private static JsonObject Settings(Space space) => new()
    {
        ["mpaasSettings"] = new JsonObject { ["eventConference"] = new JsonObject { ["enable"] = false }, ["maxResolution"] = 1080 },
        ["confId"] = space.Kind == SpaceKind.Personal ? "7" + space.Id[..8] : "",
        ["confPin"] = "",
        ["passwordRequired"] = new JsonObject { ["allGuests"] = false },
        ["allowPasswordInURL"] = false,
        ["memberOnly"] = false,
        ["autoStart"] = false,
        ["hideAutoStartPrompt"] = false,
    };

    private static JsonObject Message(Space space, string text, PublicAddress address)
    {
        var sender = space.Attendees[^1].Person;
        return new JsonObject
        {
            ["_id"] = new string([.. space.Id.Reverse()]),
            ["category"] = "chat",
            ["topicId"] = space.Id,
            ["topicTitle"] = space.Title,
            ["topicType"] = Type(space.Kind),
            ["sender"] = new JsonObject
            {
                ["_id"] = sender.SpacesId,
                ["type"] = "user",
                ["username"] = sender.Username,
                ["displayname"] = sender.DisplayName,
                ["picture_url"] = address.Picture(sender.Picture),
            },
            ["content"] = new JsonObject { ["bodyText"] = text, ["data"] = new JsonArray() },
            ["created"] = Json.Time(space.Modified),
            ["modified"] = Json.Time(space.Modified),
        };
    }
}
