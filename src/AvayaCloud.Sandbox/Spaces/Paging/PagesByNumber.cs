namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Pagination A [wire 4.0]: size and page, from and to counted over the whole.</summary>
internal static class PagesByNumber
{
    public static ApiAnswer Of<T>(ApiCall call, IReadOnlyList<T> rows, int size, Func<T, JsonNode> write)
    {
        size = call.Size(size);
        var number = Math.Max(0, call.Number("page") ?? 0);
        var first = (int)Math.Min((long)number * size, rows.Count);
        var page = rows.Skip(first).Take(size).ToList();
        var json = new JsonObject
        {
            ["data"] = Json.List(page, it => write(it)),
            ["from"] = first,
            ["to"] = Math.Max(first, first + page.Count - 1),
        };
        if (page.Count == size)
            json["nextPageUrl"] = Url(call, number + 1L);
        if (number > 0)
            Neighbours.Previous(json, Url(call, number - 1));
        return ApiAnswer.Ok(json);
    }

    private static string Url(ApiCall call, long page) =>
        Neighbours.Url(call.Request, ["page"], ("page", page.ToString(CultureInfo.InvariantCulture)));
}
