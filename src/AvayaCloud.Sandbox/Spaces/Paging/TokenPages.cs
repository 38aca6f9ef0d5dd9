using System.Buffers.Text;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Where a row stands in a list that is sorted by time, latest first, and then by id.</summary>
internal readonly record struct RowKey(DateTimeOffset Time, string Id);

/// <summary>Pagination C [wire 4.0]: by an opaque token. The token names the row before the page, so that a list which changes between two
/// requests neither repeats nor skips a row.</summary>
internal static class TokenPages
{
    private const int DefaultSize = 10;
    private const string Start = "start";

    public static IResult Create<T>(
        ApiCall call, IReadOnlyList<T> rows, Func<T, RowKey> getKey, Func<T, JsonNode> write, int defaultSize = DefaultSize)
    {
        var size = call.PageSize(defaultSize);
        if (FindFirst(call, size, rows.Count, token => Find(rows, getKey, token)) is not { } first)
            return ApiError.BadRequest("The pageToken is not valid.");
        var page = rows.Skip(first).Take(size).ToList();
        var json = new JsonObject { ["data"] = Json.List(page, write) };
        // A full page has a link to the next one, even if that is empty [repo LT init-test.sh].
        if (page.Count == size)
            PageLinks.AddNext(json, Url(first + size, step: 1));
        if (first > 0)
            PageLinks.AddPrevious(json, Url(Math.Max(0, first - size), step: -1));
        return Json.Result(json);

        string Url(int index, int step) =>
            PageLinks.Create(call, "pageToken", index == 0 ? Encode(Start) : Encode(Format(getKey(rows[index - 1]))), step);
    }

    private static int? FindFirst(ApiCall call, int size, int count, Func<string, int?> findByToken) =>
        call.Query("pageToken") is { } token ? findByToken(token) : (int)Math.Min((long)call.QueryNumber("page") * size, count);

    /// <summary>Null when the token is not valid.</summary>
    private static int? Find<T>(IReadOnlyList<T> rows, Func<T, RowKey> getKey, string token)
    {
        if (!Base64Url.IsValid(token))
            return null;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));
        if (text == Start)
            return 0;
        if (text.Split(':') is not [var time, var id]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
        {
            return null;
        }

        return rows.Select(getKey).TakeWhile(row =>
            row.Time.UtcTicks > ticks || (row.Time.UtcTicks == ticks && string.CompareOrdinal(row.Id, id) <= 0)).Count();
    }

    private static string Format(RowKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Time.UtcTicks}:{key.Id}");

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));
}
