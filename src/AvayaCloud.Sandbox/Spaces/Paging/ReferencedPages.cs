namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Pagination B [wire 4.0]: the messages after or before another one. The member total counts this page only [repo WEB].</summary>
internal static class ReferencedPages
{
    private const int DefaultSize = 30;

    public static IResult Create(ApiCall call, Space space, Func<Message, bool> filter, bool newestFirst = true)
    {
        var query = new MessageQuery(call.PageSize(DefaultSize), filter)
        {
            NewestFirst = newestFirst,
            After = call.Query("nextRefObjId"),
            Before = call.Query("prevRefObjId"),
        };
        if (!IsReference(query.After) || !IsReference(query.Before))
            return ApiError.BadRequest("The reference is not the id of an object.");
        var page = call.State.Messages.Read(space, query);
        var json = new JsonObject
        {
            ["data"] = Json.List(page, it => MessageJson.Create(it, space, call.State, call.Address)),
            ["total"] = page.Count,
        };
        // A full page has a link to the next one, even if that is empty [repo LT].
        if (page.Count == query.Size || (query.Before is not null && page.Count > 0))
            PageLinks.AddNext(json, PageLinks.Create(call, "nextRefObjId", page[^1].Id, step: 1));
        if (query.After is not null && page.Count > 0)
            PageLinks.AddPrevious(json, PageLinks.Create(call, "prevRefObjId", page[0].Id, step: -1));
        return Json.Result(json);
    }

    private static bool IsReference(string? id) => id is null || MessageId.TryParse(id, out _, out _);
}
