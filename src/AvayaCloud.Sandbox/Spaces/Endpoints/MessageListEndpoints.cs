namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Lists of the messages of a space [wire 4.1, 4.4].</summary>
internal static class MessageListEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/spaces/{spaceId}/messages/byref", call => List(call, category: null), scope: "spaces.chat.read");
        api.Get("/spaces/{spaceId}/messages/query", Query);
        api.Get("/spaces/{spaceId}/ideas", call => List(call, MessageCategory.Idea), scope: "spaces.post.read");
        api.Get("/spaces/{spaceId}/tasks", call => List(call, MessageCategory.Task), scope: "spaces.task.read");
        // The spelling of seed 3 [wire 7.12].
        api.Get("/spaces/{spaceId}/task", call => List(call, MessageCategory.Task), scope: "spaces.task.read");
        api.Get("/ideas/{messageId}/messages", call => ListComments(call, MessageCategory.Idea));
        api.Get("/tasks/{messageId}/messages", call => ListComments(call, MessageCategory.Task));
        // The spelling of the docs [docs D/api/messages/tasks_taskid_messages].
        api.Get("/tasks/{messageId}/messasges", call => ListComments(call, MessageCategory.Task));
    }

    private static IResult List(ApiCall call, MessageCategory? category) => call.InSpace(Permission.Read, (space, own) =>
        ReferencedPages.Create(
            call, space, it => (category is null || it.Category == category) && Permissions.CanRead(space, own, it)));

    private static IResult ListComments(ApiCall call, MessageCategory category) => MessageEndpoints.WithMessage(call, (parent, space) =>
        parent.Category == category ? ReferencedPages.Create(call, space, it => it.ParentId == parent.Id) : ApiError.NotFound);

    /// <summary>After a time the oldest come first, before it the newest [guess].</summary>
    private static IResult Query(ApiCall call) => call.InSpace(Permission.Read, (space, own) =>
    {
        var query = new MessageSearch(call);
        return query.IsValid
            ? ReferencedPages.Create(call, space, it => Permissions.CanRead(space, own, it) && query.Matches(it), query.IsBefore)
            : ApiError.BadRequest("The refTime is not a time.");
    });
}
