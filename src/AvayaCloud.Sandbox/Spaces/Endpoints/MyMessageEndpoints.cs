namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Lists across the caller's spaces: messages, posts, tasks, files [wire 4.2].</summary>
internal static class MyMessageEndpoints
{
    private const int MaxNamedSpaces = 15;

    // These lists fill a dashboard. Its entries come from the spaces with the latest activity, so the others are not read.
    private const int MaxLatestSpaces = 50;

    public static void Map(ApiRoutes api)
    {
        api.Get("/users/me/messages", ListMessages);
        api.Get("/users/me/ideas", call => List(call, GetLatestSpaces(call), it => it.Category == MessageCategory.Idea));
        api.Get("/users/me/tasks", call => List(call, GetLatestSpaces(call), it =>
            it.Category == MessageCategory.Task && HasStatus(it, call.Query("status"))));
        api.Get("/users/me/attachments/natives", call => List(call, GetLatestSpaces(call), it => it.Content.Files.Count > 0, 30));
    }

    private static IResult ListMessages(ApiCall call)
    {
        var ids = (call.Query("spacelist") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length is 0 or > MaxNamedSpaces)
            return ApiError.BadRequest("The spacelist names one to fifteen spaces.");
        var spaces = ids.Select(call.State.Spaces.Find).OfType<Space>().Where(it => call.Check(it, Permission.Read) is null).ToList();
        return spaces.Count < ids.Length ? ApiError.NotFound : List(call, spaces, _ => true);
    }

    private static IEnumerable<Space> GetLatestSpaces(ApiCall call) => call.State.Spaces.GetFor(call.Person)
        .Select(it => it.Space)
        .Where(it => it.Status == SpaceStatus.Normal)
        .Take(MaxLatestSpaces);

    private static IResult List(ApiCall call, IEnumerable<Space> spaces, Func<Message, bool> filter, int defaultSize = 10)
    {
        var after = call.QueryTime("after");
        var rows = spaces
            .SelectMany(space => GetReadable(call, space).Where(filter).Select(message => (Space: space, Message: message)))
            .Where(it => after is null || it.Message.Modified > after)
            .OrderByDescending(it => it.Message.Modified).ThenBy(it => it.Message.Id, StringComparer.Ordinal).ToList();
        return TokenPages.Create(
            call, rows, it => new RowKey(it.Message.Modified, it.Message.Id),
            it => MessageJson.Create(it.Message, it.Space, call.State, call.Address), defaultSize);
    }

    private static IReadOnlyList<Message> GetReadable(ApiCall call, Space space) => space.Find(call.Person) is { } own
        ? call.State.Messages.Read(space, new MessageQuery(int.MaxValue, it => Permissions.CanRead(space, own, it)))
        : [];

    private static bool HasStatus(Message task, string? status) => status switch
    {
        "pending" => !task.Content.IsCompleted,
        "completed" => task.Content.IsCompleted,
        _ => true,
    };
}
