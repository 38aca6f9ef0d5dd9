namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A message [wire 4.4], the same over REST and socket.</summary>
internal static class MessageJson
{
    public static JsonObject Create(Message message, Space space, SandboxState state, PublicAddress address)
    {
        var json = Create(message, space, address);
        json["chatCount"] = state.Messages.CountComments(message);
        if (message.ParentId is { } parentId && state.Messages.Find(parentId) is { } parent)
        {
            json["parentMsg"] = new JsonObject
            {
                ["_id"] = parent.Id,
                ["bodyText"] = parent.Content.BodyText,
                ["category"] = Category(parent.Category),
            };
        }

        return json;
    }

    public static JsonObject Create(Message message, Space space, PublicAddress address) => new()
    {
        ["_id"] = message.Id,
        ["category"] = Category(message.Category),
        ["topicId"] = space.Id,
        ["topicTitle"] = space.Title,
        ["topicType"] = SpaceJson.Type(space.Kind),
        ["sender"] = Sender(message.Sender, address),
        ["content"] = Content(message, address),
        ["chatCount"] = 0,
        ["created"] = Json.Time(message.Created),
        ["modified"] = Json.Time(message.Modified),
    };

    public static string Category(MessageCategory category) => category switch
    {
        MessageCategory.Idea => "idea",
        MessageCategory.Task => "task",
        _ => "chat",
    };

    public static JsonObject Sender(Person sender, PublicAddress address) => new()
    {
        ["_id"] = sender.SpacesId,
        ["type"] = sender.IsAnonymous ? "anonymous" : "user",
        ["username"] = sender.Username,
        ["displayname"] = sender.DisplayName,
        ["picture_url"] = address.Picture(sender.Picture),
    };

    private static JsonObject Content(Message message, PublicAddress address)
    {
        var content = message.Content;
        var json = new JsonObject
        {
            ["bodyText"] = content.BodyText,
            ["description"] = content.Description,
            ["data"] = Json.List(content.Files, it => File(it, address)),
        };
        // Everything inside content: the form that demonstrably worked [repo BREEZE] [repo SDK].
        if (message.Category == MessageCategory.Task)
        {
            json["assignees"] = Json.List(content.Assignees, it => new JsonObject { ["_id"] = it });
            json["status"] = content.IsCompleted ? "completed" : "pending";
            json["dueDate"] = content.Due is { } due ? Json.Time(due) : null;
        }

        return json;
    }

    private static JsonObject File(FileReference file, PublicAddress address) => new()
    {
        ["fileId"] = file.Key,
        ["fileSize"] = file.Size,
        ["fileType"] = file.Kind,
        ["name"] = file.Name,
        ["provider"] = "native",
        ["providerFileType"] = file.MimeType,
        ["icon"] = "",
        ["path"] = StorageEndpoints.GetUrl(file.Key, address),
    };
}
