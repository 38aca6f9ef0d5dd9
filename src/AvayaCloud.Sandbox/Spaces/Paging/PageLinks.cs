using Microsoft.AspNetCore.Http.Extensions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Links from a page to its neighbours: paths to append to the host, with the query of the request [wire 4.0].</summary>
internal static class PageLinks
{
    private static readonly string[] Parameters = ["page", "pageToken", "pageref", "nextRefObjId", "prevRefObjId"];

    public static void AddNext(JsonObject page, string url) => page["nextPageUrl"] = url;

    /// <summary>Both spellings are documented [wire 7.9].</summary>
    public static void AddPrevious(JsonObject page, string url)
    {
        page["prevPageUrl"] = url;
        page["previousPageUrl"] = url;
    }

    /// <summary>Links by a reference count the pages in <c>pageref</c>.</summary>
    public static string Create(ApiCall call, string parameter, string reference, int step)
    {
        var number = Math.Max(0, call.QueryNumber("pageref") + (long)step);
        return Create(call, (parameter, reference), ("pageref", number.ToString(CultureInfo.InvariantCulture)));
    }

    public static string Create(ApiCall call, params (string Name, string Value)[] parameters)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in call.Request.Query.Where(it => !Parameters.Contains(it.Key, StringComparer.OrdinalIgnoreCase)))
            query.Add(name, values.Select(value => value ?? ""));
        foreach (var (name, value) in parameters)
            query.Add(name, value);
        return call.Request.Path + query.ToString();
    }
}
