namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What was said in a space, in lists [wire 4.1, 4.4].</summary>
internal static class MessageListEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/spaces/{spaceId}/messages/byref", call => List(call, _ => true), scope: "spaces.chat.read");
        api.Get("/spaces/{spaceId}/messages/query", Query);
        api.Get("/spaces/{spaceId}/ideas", call => List(call, it => it.Category == MessageCategory.Idea), scope: "spaces.post.read");
        api.Get("/spaces/{spaceId}/tasks", call => List(call, it => it.Category == MessageCategory.Task), scope: "spaces.task.read");
        // As seed 3 writes it [wire 7.12].
        api.Get("/spaces/{spaceId}/task", call => List(call, it => it.Category == MessageCategory.Task), scope: "spaces.task.read");
        api.Get("/ideas/{messageId}/messages", call => Comments(call, MessageCategory.Idea));
        api.Get("/tasks/{messageId}/messages", call => Comments(call, MessageCategory.Task));
        // The tasks page of the docs misspells it [docs D/api/messages/tasks_taskid_messages].
        api.Get("/tasks/{messageId}/messasges", call => Comments(call, MessageCategory.Task));
    }

    private static ApiAnswer List(ApiCall call, Func<Message, bool> takes) => call.In(Right.Read, (space, own) =>
        PagesByReference.Of(call, space, it => takes(it) && Rights.MayRead(space, own, it)));

    private static ApiAnswer Comments(ApiCall call, MessageCategory category) => MessageEndpoints.On(call, (parent, space, _) =>
        parent.Category == category ? PagesByReference.Of(call, space, it => it.ParentId == parent.Id) : ApiAnswer.NotFound);

    /// <summary>After a moment the oldest come first, before it the newest [guess]: both walk away from the moment.</summary>
    private static ApiAnswer Query(ApiCall call) => call.In(Right.Read, (space, own) =>
    {
        if (call.Query("refTime") is { Length: > 0 } text && Moment(text) is null)
            return ApiAnswer.BadRequest("The refTime is no time.");
        var moment = Moment(call.Query("refTime"));
        var before = string.Equals(call.Query("direction"), "before", StringComparison.OrdinalIgnoreCase);
        var (category, parent, search) = (call.Query("category"), call.Query("parentmsg_category"), call.Query("searchstring"));
        bool Takes(Message it) =>
            Rights.MayRead(space, own, it)
            && (moment is null ? before : before ? it.Created < moment : it.Created > moment)
            && (string.IsNullOrEmpty(category) || MessageJson.Category(it.Category) == category)
            && (string.IsNullOrEmpty(parent) || ParentIs(call, it, parent))
            && (!call.Flag("file_only") || it.Content.Files.Count > 0)
            && (!call.Flag("chatmsg_only") || it is { Category: MessageCategory.Chat, ParentId: null })
            && (string.IsNullOrEmpty(search)
                || it.Content.BodyText.Contains(search, StringComparison.OrdinalIgnoreCase)
                || it.Content.Description.Contains(search, StringComparison.OrdinalIgnoreCase));
        return PagesByReference.Of(call, space, Takes, newestFirst: before);
    });

    private static bool ParentIs(ApiCall call, Message message, string category) =>
        category == "none"
            ? message.ParentId is null
            : message.ParentId is { } id && call.State.Messages.Find(id) is { } parent && MessageJson.Category(parent.Category) == category;

    /// <summary>Epoch milliseconds like the other filters, or ISO 8601 [wire 4.0].</summary>
    private static DateTimeOffset? Moment(string? text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
