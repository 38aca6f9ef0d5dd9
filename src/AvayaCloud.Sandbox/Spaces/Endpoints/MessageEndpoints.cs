namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Chats, posts and tasks of a space: said, read, edited, deleted [wire 4.1, 4.4].</summary>
internal static class MessageEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Post("/spaces/{spaceId}/chats", call => Say(call, MessageCategory.Chat), scope: "spaces.chat.create");
        api.Post("/spaces/{spaceId}/ideas", call => Say(call, MessageCategory.Idea), scope: "spaces.post.create");
        api.Post("/spaces/{spaceId}/tasks", call => Say(call, MessageCategory.Task), scope: "spaces.task.create");
        api.Get("/messages/{messageId}", call => On(call, (message, space, _) => Answer(call, message, space)));
        api.Post("/messages/{messageId}", Edit, scope: "spaces.messages.write");
        api.Patch("/messages/{messageId}", Edit, scope: "spaces.messages.write");
        api.Post("/messages/deletemessages", Delete);
    }

    private static ApiAnswer Say(ApiCall call, MessageCategory category) =>
        call.In(category == MessageCategory.Chat ? Right.Chat : Right.Contribute, (space, own) =>
    {
        // Two people and chat only [wire 6].
        if (space.Kind == SpaceKind.Direct && category != MessageCategory.Chat)
            return ApiAnswer.Forbidden("A direct space has chats only.", "space.direct");
        var parent = call.Body.Member("parentMsg").Text("_id");
        if (parent is not null && (category != MessageCategory.Chat || !IsParent(call, parent, space, own)))
            return ApiAnswer.BadRequest("There is no such post or task to comment on.");
        if (MessageReading.Read(call.Body, category, new MessageContent(""), space, call.State, out var problem) is not { } content)
            return ApiAnswer.BadRequest(problem);
        return Answer(call, call.State.Messages.Post(space, new Draft(category, call.Person, content) { ParentId = parent }), space);
    });

    /// <summary>
    /// Posts and tasks are everybody's who contributes, chats only their sender's [guess; seed 3 row 19 names posts and tasks].
    /// </summary>
    private static ApiAnswer Edit(ApiCall call) => On(call, (message, space, _) =>
    {
        if (call.Body.Text("_id") is { } id && id != message.Id)
            return ApiAnswer.BadRequest("The _id of the body is not that of the address.");
        var mayEdit = message.Category == MessageCategory.Chat
            ? message.Sender.SpacesId == call.Person.SpacesId
            : Rights.Refusal(space, call.Caller, Right.Contribute, call.Pin) is null;
        if (!mayEdit)
            return ApiAnswer.Forbidden("This message is somebody else's.");
        if (space.Status == SpaceStatus.Archived)
            return ApiAnswer.Forbidden("This space is archived.", "space.archived");
        var problem = "";
        var edited = call.State.Messages.Edit(message.Id, now =>
        {
            // Edited from two places: 400 [docs D/api/messages/messages_id__post]. That a sent "modified" tells it is a [guess].
            if (call.Body.Text("modified") is { } seen && seen != Json.Time(now.Modified))
                problem = "The message was edited elsewhere meanwhile.";
            else if (MessageReading.Read(call.Body, now.Category, now.Content, space, call.State, out problem) is { } content)
                return now with { Content = content };
            return null;
        });
        return edited is not null ? Answer(call, edited, space) : problem.Length > 0 ? ApiAnswer.BadRequest(problem) : ApiAnswer.NotFound;
    });

    /// <summary>An array of ids, chats, posts and tasks alike [repo SDK]; all of them or none.</summary>
    private static ApiAnswer Delete(ApiCall call)
    {
        var ids = call.Body is JsonArray ? call.Body.Items().Select(it => it.Text()).ToList() : [];
        if (ids.Count == 0 || ids.Contains(null))
            return ApiAnswer.BadRequest("The body is not an array of ids.");
        foreach (var id in ids)
        {
            if (call.State.Messages.Find(id!) is not { } message
                || call.State.Messages.SpaceOf(id!) is not { Status: SpaceStatus.Normal } space
                || space.Find(call.Person) is not { } own)
            {
                return ApiAnswer.NotFound;
            }

            if (message.Sender.SpacesId != call.Person.SpacesId && own.Role != Role.Admin)
                return ApiAnswer.Forbidden("A message is deleted by its sender or an admin.");
        }

        foreach (var id in ids)
            call.State.Messages.Delete(id!);
        return ApiAnswer.Ok(new JsonObject { ["data"] = Json.List(ids, it => new JsonObject { ["_id"] = it }) });
    }

    /// <summary>A message for somebody who may see it; for others it is not there.</summary>
    public static ApiAnswer On(ApiCall call, Func<Message, Space, Attendee, ApiAnswer> answer)
    {
        var id = call.Route("messageId");
        if (call.State.Messages.Find(id) is not { } message)
            return ApiAnswer.NotFound;
        if (call.State.Messages.SpaceOf(id) is not { Status: not SpaceStatus.Deleted } space)
            return ApiAnswer.NotFound;
        if (Rights.Refusal(space, call.Caller, Right.Read, call.Pin) is { } refused)
            return refused;
        var own = space.Find(call.Person)!;
        return Rights.MayRead(space, own, message) ? answer(message, space, own) : ApiAnswer.NotFound;
    }

    private static bool IsParent(ApiCall call, string id, Space space, Attendee own) =>
        call.State.Messages.Find(id) is { Category: not MessageCategory.Chat } parent
            && parent.SpaceId == space.Id
            && Rights.MayRead(space, own, parent);

    private static ApiAnswer Answer(ApiCall call, Message message, Space space) =>
        ApiAnswer.Ok(MessageJson.Of(message, space, call.State, call.Address));
}
