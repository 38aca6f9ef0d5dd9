namespace AvayaCloud.Sandbox.Spaces;

/// <summary>My spaces, paged as pagination C [wire 4.0, 4.2].</summary>
internal static class SpaceListEndpoint
{
    private const int DefaultSize = 10;

    public static ApiAnswer List(ApiCall call)
    {
        var filter = new SpaceFilter(call);
        // A service app gets those in which its account is admin [seed 3].
        var rows = call.State.Spaces.Of(call.Person)
            .Where(it => call.Caller is not Caller.ServiceApp || it.Own.Role == Role.Admin)
            .Where(filter.Takes)
            .ToList();
        return First(call, rows) is { } first
            ? ApiAnswer.Ok(Page(call, rows, first))
            : ApiAnswer.BadRequest("The pageToken is not valid.");
    }

    private static JsonObject Page(ApiCall call, List<MySpace> rows, int first)
    {
        var size = call.Size(DefaultSize);
        var page = rows.Skip(first).Take(size).ToList();
        var json = new JsonObject { ["data"] = Json.List(page, it => SpaceJson.Of(it, call.Address)) };
        // A full page names a next one, be it empty: the ghost that a recorded client met [repo LT init-test.sh].
        if (page.Count == size)
            json["nextPageUrl"] = Neighbour(call, PageToken.Before(rows, first + size), step: 1);
        if (first > 0)
            Neighbours.Previous(json, Neighbour(call, PageToken.Before(rows, Math.Max(0, Math.Min(first, rows.Count) - size)), step: -1));
        return json;
    }

    /// <summary>A path to append to the host, with the question repeated and pageref counted on.</summary>
    private static string Neighbour(ApiCall call, string token, int step) => Neighbours.Url(
        call.Request,
        ["page", "pagetoken", "pageref"],
        ("pageToken", token),
        ("pageref", (Math.Max(0, call.Number("pageref") ?? 0) + (long)step).ToString(CultureInfo.InvariantCulture)));

    private static int? First(ApiCall call, List<MySpace> rows)
    {
        if (call.Query("pageToken") is { Length: > 0 } token)
            return PageToken.IndexIn(rows, token);
        var page = Math.Max(0, call.Number("page") ?? 0);
        return (int)Math.Min((long)page * call.Size(DefaultSize), rows.Count);
    }
}
