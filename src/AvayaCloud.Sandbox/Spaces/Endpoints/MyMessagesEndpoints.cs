namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What concerns one across spaces: messages, posts, tasks, files [wire 4.2].</summary>
internal static class MyMessagesEndpoints
{
    private const int MostNamed = 15;

    // All that a person sees on a dashboard comes from the spaces they were in last; to read ten thousand would be no service.
    private const int Latest = 50;

    public static void Map(ApiRoutes api)
    {
        api.Get("/users/me/messages", Messages);
        api.Get("/users/me/ideas", call => Of(call, Last(call), it => it.Category == MessageCategory.Idea, 10));
        api.Get("/users/me/tasks", call => Of(call, Last(call), it => it.Category == MessageCategory.Task && IsAskedFor(call, it), 10));
        api.Get("/users/me/attachments/natives", call => Of(call, Last(call), it => it.Content.Files.Count > 0, 30));
    }

    private static ApiAnswer Messages(ApiCall call)
    {
        var ids = (call.Query("spacelist") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length is 0 or > MostNamed)
            return ApiAnswer.BadRequest("The spacelist names one to fifteen spaces.");
        var spaces = ids.Select(call.State.Spaces.Find)
            .OfType<Space>()
            .Where(it => Rights.Refusal(it, call.Caller, Right.Read, call.Pin) is null)
            .ToList();
        return spaces.Count < ids.Length ? ApiAnswer.NotFound : Of(call, spaces, _ => true, 10);
    }

    private static IEnumerable<Space> Last(ApiCall call) =>
        call.State.Spaces.Of(call.Person).Select(it => it.Space).Where(it => it.Status == SpaceStatus.Normal).Take(Latest);

    /// <summary>Pagination C by time of change, latest first.</summary>
    private static ApiAnswer Of(ApiCall call, IEnumerable<Space> spaces, Func<Message, bool> takes, int size)
    {
        var after = long.TryParse(call.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? milliseconds
            : 0;
        var rows = spaces
            .SelectMany(space => All(call, space, takes).Select(message => (Space: space, Message: message)))
            .Where(it => it.Message.Modified.ToUnixTimeMilliseconds() > after)
            .OrderByDescending(it => it.Message.Modified).ThenBy(it => it.Message.Id, StringComparer.Ordinal).ToList();
        size = call.Size(size);
        var first = call.Query("pageToken") is { Length: > 0 } token ? rows.FindIndex(it => it.Message.Id == token) + 1 : 0;
        if (first == 0 && call.Query("pageToken") is { Length: > 0 })
            return ApiAnswer.BadRequest("The pageToken is not valid.");
        var page = rows.Skip(first).Take(size).ToList();
        var json = new JsonObject
        {
            ["data"] = Json.List(page, it => MessageJson.Of(it.Message, it.Space, call.State, call.Address)),
            ["total"] = page.Count,
        };
        if (page.Count == size)
        {
            var number = (call.Number("pageref") ?? 0) + 1L;
            json["nextPageUrl"] = Neighbours.Url(
                call.Request, ["pageToken", "pageref"], ("pageToken", page[^1].Message.Id),
                ("pageref", number.ToString(CultureInfo.InvariantCulture)));
        }

        return ApiAnswer.Ok(json);
    }

    private static IReadOnlyList<Message> All(ApiCall call, Space space, Func<Message, bool> takes) => space.Find(call.Person) is { } own
        ? call.State.Messages.Read(space, new MessageQuery(int.MaxValue, it => takes(it) && Rights.MayRead(space, own, it)))
        : [];

    private static bool IsAskedFor(ApiCall call, Message task) => call.Query("status") switch
    {
        "pending" => !task.Content.IsCompleted,
        "completed" => task.Content.IsCompleted,
        _ => true,
    };
}
