using Microsoft.AspNetCore.Http.Extensions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The links from a page to the next ones: paths to append to the host, the question repeated [wire 4.0].</summary>
internal static class Neighbours
{
    public static string Url(HttpRequest request, string[] without, params (string Name, string Value)[] with)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(it => !without.Contains(it.Key, StringComparer.OrdinalIgnoreCase)))
            query.Add(name, values.Select(value => value ?? ""));
        foreach (var (name, value) in with)
            query.Add(name, value);
        return request.Path + query.ToString();
    }

    /// <summary>Both spellings are on record [wire 7.9].</summary>
    public static void Previous(JsonObject page, string url)
    {
        page["prevPageUrl"] = url;
        page["previousPageUrl"] = url;
    }
}
