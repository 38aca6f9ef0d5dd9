namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Pagination A [wire 4.0]: by size and page. The members from and to count over all rows.</summary>
internal static class NumberedPages
{
    public static IResult Create<T>(ApiCall call, IReadOnlyList<T> rows, int defaultSize, Func<T, JsonNode> write)
    {
        var size = call.PageSize(defaultSize);
        var number = call.QueryNumber("page");
        var first = (int)Math.Min((long)number * size, rows.Count);
        var page = rows.Skip(first).Take(size).ToList();
        var json = new JsonObject
        {
            ["data"] = Json.List(page, write),
            ["from"] = first,
            ["to"] = Math.Max(first, first + page.Count - 1),
        };
        if (page.Count == size)
            PageLinks.AddNext(json, Url(call, number + 1L));
        if (number > 0)
            PageLinks.AddPrevious(json, Url(call, number - 1));
        return Json.Result(json);
    }

    private static string Url(ApiCall call, long number) =>
        PageLinks.Create(call, ("page", number.ToString(CultureInfo.InvariantCulture)));
}
