namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Pagination B [wire 4.0]: after or before an object; total counts this page only [repo WEB].</summary>
internal static class PagesByReference
{
    private const int DefaultSize = 30;

    private static readonly string[] Own = ["nextRefObjId", "prevRefObjId", "pageref"];

    public static ApiAnswer Of(ApiCall call, Space space, Func<Message, bool> takes, bool newestFirst = true)
    {
        var query = new MessageQuery(call.Size(DefaultSize), takes)
        {
            NewestFirst = newestFirst,
            After = NotEmpty(call.Query("nextRefObjId")),
            Before = NotEmpty(call.Query("prevRefObjId")),
        };
        if (new[] { query.After, query.Before }.Any(it => it is not null && !MessageId.TryRead(it, out _, out _)))
            return ApiAnswer.BadRequest("The reference is not the id of an object.");
        var page = call.State.Messages.Read(space, query);
        return ApiAnswer.Ok(Json(call, page, query, message => MessageJson.Of(message, space, call.State, call.Address)));
    }

    private static JsonObject Json(ApiCall call, IReadOnlyList<Message> page, MessageQuery query, Func<Message, JsonNode> write)
    {
        var json = new JsonObject { ["data"] = Hosting.Json.List(page, it => write(it)), ["total"] = page.Count };
        var number = Math.Max(0, call.Number("pageref") ?? 0);
        // A full page names a next one, be it empty [repo LT].
        if (page.Count == query.Size || (query.Before is not null && page.Count > 0))
            json["nextPageUrl"] = Url(call, "nextRefObjId", page[^1], number + 1L);
        if (query.After is not null && page.Count > 0)
            Neighbours.Previous(json, Url(call, "prevRefObjId", page[0], Math.Max(0, number - 1)));
        return json;
    }

    private static string Url(ApiCall call, string reference, Message message, long number) =>
        Neighbours.Url(call.Request, Own, (reference, message.Id), ("pageref", number.ToString(CultureInfo.InvariantCulture)));

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
