using System.Buffers.Text;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// Where a page begins: after the row that it names, so that a list which moves on while somebody pages neither repeats nor skips.
/// Opaque to clients.
/// </summary>
internal static class PageToken
{
    private const string Start = "start";

    public static string Before(IReadOnlyList<MySpace> rows, int index) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(index == 0 ? Start : Key(rows[index - 1])));

    /// <summary>Null for a token that is none of ours.</summary>
    public static int? IndexIn(IReadOnlyList<MySpace> rows, string token)
    {
        if (!Base64Url.IsValid(token))
            return null;
        var key = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));
        if (key == Start)
            return 0;
        if (key.Split(':') is not [var time, var id])
            return null;
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            return null;
        return rows.TakeWhile(
            row =>
                row.Space.Modified.UtcTicks > ticks
                    || (row.Space.Modified.UtcTicks == ticks && string.CompareOrdinal(row.Space.Id, id) <= 0)).Count();
    }

    private static string Key(MySpace row) => string.Create(CultureInfo.InvariantCulture, $"{row.Space.Modified.UtcTicks}:{row.Space.Id}");
}
