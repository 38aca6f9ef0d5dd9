using Microsoft.AspNetCore.WebUtilities;

namespace SpacesPortal.Components.Pages.Directory;

/// <summary>The list's state is its address: it can be shared, bookmarked and survives everything. Defaults are left out.</summary>
internal static class SpacesAddress
{
    public const string Path = "spaces";

    public static readonly IReadOnlyList<int> Sizes = [10, 25, 50, 100];

    private static readonly SpaceFilter Default = new();

    /// <summary>Texts, not numbers: an address typed by hand may hold anything, and gets the nearest list that makes sense.</summary>
    public static SpaceFilter Parse(
        string? q, string? type, string? pinned, string? status, string? sort, string? dir, string? page, string? size)
    {
        var by = Named(sort, Default.Sort);
        return new SpaceFilter(
            string.IsNullOrWhiteSpace(q) ? null : q.Trim(),
            Named(type, Default.Kind),
            Is(pinned, "true"),
            Is(status, "archived"),
            by,
            dir?.ToUpperInvariant() switch { "ASC" => false, "DESC" => true, _ => FallsAtFirst(by) },
            Math.Max(1, Number(page) ?? 1),
            Number(size) is { } rows && Sizes.Contains(rows) ? rows : Default.Size);
    }

    public static string Of(SpaceFilter filter)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (filter.Search is not null)
            query["q"] = filter.Search;
        if (filter.Kind != Default.Kind)
            query["type"] = Word(filter.Kind);
        if (filter.PinnedOnly)
            query["pinned"] = "true";
        if (filter.Archived)
            query["status"] = "archived";
        if (filter.Sort != Default.Sort)
            query["sort"] = Word(filter.Sort);
        if (filter.Descending != FallsAtFirst(filter.Sort))
            query["dir"] = filter.Descending ? "desc" : "asc";
        if (filter.Page > 1)
            query["page"] = filter.Page.ToString(CultureInfo.InvariantCulture);
        if (filter.Size != Default.Size)
            query["size"] = filter.Size.ToString(CultureInfo.InvariantCulture);

        return QueryHelpers.AddQueryString(Path, query);
    }

    /// <summary>A click on a column sorts by it, a second one the other way round; both start at page one.</summary>
    public static string SortedBy(SpaceFilter filter, SpaceSort sort) =>
        Of(filter with { Sort = sort, Descending = filter.Sort == sort ? !filter.Descending : FallsAtFirst(sort), Page = 1 });

    /// <summary>Newest first, but titles from A and roles from the mightiest.</summary>
    public static bool FallsAtFirst(SpaceSort sort) => sort != SpaceSort.Title;

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T Named<T>(string? text, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && Number(text) is null ? value : otherwise;
}
