namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Chats, posts and tasks: post, read, edit, delete [wire 4.1, 4.4].</summary>
internal static class MessageEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Post("/spaces/{spaceId}/chats", call => Post(call, MessageCategory.Chat), scope: "spaces.chat.create");
        api.Post("/spaces/{spaceId}/ideas", call => Post(call, MessageCategory.Idea), scope: "spaces.post.create");
        api.Post("/spaces/{spaceId}/tasks", call => Post(call, MessageCategory.Task), scope: "spaces.task.create");
        api.Get("/messages/{messageId}", call => WithMessage(call, (message, space) => Result(call, message, space)));
        api.Post("/messages/{messageId}", Edit, scope: "spaces.messages.write");
        api.Patch("/messages/{messageId}", Edit, scope: "spaces.messages.write");
        api.Post("/messages/deletemessages", Delete);
    }

    /// <summary>Handles a call with the message of its route. 404 when the caller may not read it.</summary>
    public static IResult WithMessage(ApiCall call, Func<Message, Space, IResult> handle)
    {
        var id = call.Route("messageId");
        if (call.State.Messages.Find(id) is not { } message)
            return ApiError.NotFound;
        if (call.State.Messages.FindSpace(id) is not { Status: not SpaceStatus.Deleted } space)
            return ApiError.NotFound;
        if (call.Check(space, Permission.Read) is { } error)
            return error;
        return Permissions.CanRead(space, space.Find(call.Person)!, message) ? handle(message, space) : ApiError.NotFound;
    }

    private static IResult Post(ApiCall call, MessageCategory category) =>
        call.InSpace(
            category == MessageCategory.Chat ? Permission.Chat : Permission.Contribute, (space, own) => Post(call, category, space, own));

    private static IResult Post(ApiCall call, MessageCategory category, Space space, Attendee own)
    {
        if (space.Kind == SpaceKind.Direct && category != MessageCategory.Chat)
            return Permissions.IsDirect;
        var parentId = call.Body.GetMember("parentMsg").GetString("_id");
        if (parentId is not null && (category != MessageCategory.Chat || !IsParent(call, parentId, space, own)))
            return ApiError.BadRequest("There is no such post or task to comment on.");
        if (MessageParser.Parse(call.Body, category, new MessageContent(""), space, call.State, out var error) is not { } content)
            return ApiError.BadRequest(error);
        var message = call.State.Messages.Post(space, new Draft(category, call.Person, content) { ParentId = parentId });
        return Result(call, message, space);
    }

    /// <summary>Members who contribute may edit every post and task. A chat can be edited by its sender only [guess; row 19 of seed 3 names
    /// posts and tasks].</summary>
    private static IResult Edit(ApiCall call) => WithMessage(call, (message, space) =>
    {
        if (call.Body.GetString("_id") is { } id && id != message.Id)
            return ApiError.BadRequest("The _id of the body is not that of the address.");
        var mayEdit = message.Category == MessageCategory.Chat
            ? message.Sender.SpacesId == call.Person.SpacesId
            : call.Check(space, Permission.Contribute) is null;
        if (!mayEdit)
            return ApiError.Forbidden("This message is another user's.");
        if (space.Status == SpaceStatus.Archived)
            return Permissions.Archived;
        // 400 when it was edited elsewhere [docs D/api/messages/messages_id__post]. That "modified" of the body shows this is a [guess].
        if (call.Body.GetString("modified") is { } modified && modified != Json.Time(message.Modified))
            return ApiError.BadRequest("The message was edited elsewhere meanwhile.");
        return MessageParser.Parse(call.Body, message.Category, message.Content, space, call.State, out var error) is { } content
            ? Result(call, call.State.Messages.Update(space, message with { Content = content }), space)
            : ApiError.BadRequest(error);
    });

    /// <summary>The body is an array of ids of chats, posts and tasks [repo SDK]. All of them are deleted, or none.</summary>
    private static IResult Delete(ApiCall call)
    {
        var ids = call.Body.GetItems().Select(it => it.GetString()).ToList();
        if (ids.Count == 0 || ids.Contains(null))
            return ApiError.BadRequest("The body is not an array of ids.");
        foreach (var id in ids)
        {
            if (call.State.Messages.Find(id!) is not { } message
                || call.State.Messages.FindSpace(id!) is not { Status: SpaceStatus.Normal } space
                || space.Find(call.Person) is not { } own)
            {
                return ApiError.NotFound;
            }

            if (message.Sender.SpacesId != call.Person.SpacesId && own.Role != Role.Admin)
                return ApiError.Forbidden("A message is deleted by its sender or an admin.");
        }

        foreach (var id in ids)
            call.State.Messages.Delete(id!);
        return Json.Result(new JsonObject { ["data"] = Json.List(ids, it => new JsonObject { ["_id"] = it }) });
    }

    private static bool IsParent(ApiCall call, string id, Space space, Attendee own) =>
        call.State.Messages.Find(id) is { Category: not MessageCategory.Chat } parent
            && parent.SpaceId == space.Id
            && Permissions.CanRead(space, own, parent);

    private static IResult Result(ApiCall call, Message message, Space space) =>
        Json.Result(MessageJson.Create(message, space, call.State, call.Address));
}
