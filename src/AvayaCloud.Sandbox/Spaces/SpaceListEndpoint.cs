using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.Identity;
using AvayaCloud.Sandbox.People;
using Microsoft.AspNetCore.Http.Extensions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>My spaces, paged as pagination C [wire 4.0, 4.2].</summary>
internal static class SpaceListEndpoint
{
    private const int DefaultSize = 10;
    private const int LargestSize = 50;

    public static async Task ListAsync(HttpContext context, TokenVault vault, SpaceCatalog catalog, PublicAddress address)
    {
        if (await Caller.PersonAsync(context, vault) is not { } person)
            return;
        try
        {
            var filter = new SpaceFilter(context.Request.Query);
            var rows = catalog.Of(person).Where(filter.Takes).ToList();
            if (First(context.Request.Query, rows) is not { } first)
                await ApiErrors.BadRequestAsync(context, "The pageToken is not valid.");
            else
                await Json.WriteAsync(context, StatusCodes.Status200OK, Page(context.Request, rows, first, person, address));
        }
        catch (RegexMatchTimeoutException)
        {
            await ApiErrors.BadRequestAsync(context, "The search takes too long.");
        }
        catch (ArgumentException)
        {
            await ApiErrors.BadRequestAsync(context, "The search is not a valid regular expression.");
        }
    }

    private static JsonObject Page(HttpRequest request, List<Space> rows, int first, Person person, PublicAddress address)
    {
        var size = Size(request.Query);
        var page = rows.Skip(first).Take(size).ToList();
        var json = new JsonObject { ["data"] = Json.List(page, space => SpaceJson.Of(space, person, address)) };
        // A full page names a next one, be it empty: the ghost that a recorded client met [repo LT init-test.sh].
        if (page.Count == size)
            json["nextPageUrl"] = Neighbour(request, PageToken.Before(rows, first + size), step: 1);
        if (first > 0)
        {
            var previous = Neighbour(request, PageToken.Before(rows, Math.Max(0, Math.Min(first, rows.Count) - size)), step: -1);
            // Both spellings are on record [wire 7.9].
            json["prevPageUrl"] = previous;
            json["previousPageUrl"] = previous;
        }

        return json;
    }

    /// <summary>A path to append to the host, with the question repeated and pageref counted on.</summary>
    private static string Neighbour(HttpRequest request, string token, int step)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(it => it.Key.ToLowerInvariant() is not ("page" or "pagetoken" or "pageref")))
            query.Add(name, values.Select(value => value ?? ""));
        query.Add("pageToken", token);
        query.Add("pageref", (Math.Max(0, Number(request.Query, "pageref") ?? 0) + (long)step).ToString(CultureInfo.InvariantCulture));
        return request.Path + query.ToString();
    }

    private static int? First(IQueryCollection query, List<Space> rows)
    {
        if (SpaceFilter.Value(query, "pageToken") is { Length: > 0 } token)
            return PageToken.IndexIn(rows, token);
        var page = Math.Max(0, Number(query, "page") ?? 0);
        return (int)Math.Min((long)page * Size(query), rows.Count);
    }

    private static int Size(IQueryCollection query) => Number(query, "size") is > 0 and var size ? Math.Min(size, LargestSize) : DefaultSize;

    private static int? Number(IQueryCollection query, string name) =>
        int.TryParse(SpaceFilter.Value(query, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
