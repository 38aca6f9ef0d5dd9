using Microsoft.AspNetCore.WebUtilities;

namespace SpacesPortal.Components.Pages.Directory;

/// <summary>The list's state is its address, which can be shared and bookmarked. Defaults are omitted.</summary>
internal static class SpacesAddress
{
    public const string Path = "spaces";

    public static readonly IReadOnlyList<int> Sizes = [10, 25, 50, 100];

    private static readonly SpaceFilter Default = new();

    /// <summary>Takes strings, because an address may hold anything; invalid values become the nearest valid ones.</summary>
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
            Is(dir, "desc") || (!Is(dir, "asc") && IsDescendingByDefault(by)),
            Math.Max(1, Number(page) ?? 1),
            Number(size) is { } rows && Sizes.Contains(rows) ? rows : Default.Size);
    }

    public static string Of(SpaceFilter filter)
    {
        var hasDefaultDirection = filter.Descending == IsDescendingByDefault(filter.Sort);
        // AddQueryString skips null values.
        return QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = filter.Search,
            ["type"] = filter.Kind == Default.Kind ? null : ToQueryValue(filter.Kind),
            ["pinned"] = filter.PinnedOnly ? "true" : null,
            ["status"] = filter.Archived ? "archived" : null,
            ["sort"] = filter.Sort == Default.Sort ? null : ToQueryValue(filter.Sort),
            ["dir"] = hasDefaultDirection ? null : Direction(filter),
            ["page"] = filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null,
            ["size"] = filter.Size == Default.Size ? null : filter.Size.ToString(CultureInfo.InvariantCulture),
        });
    }

    public static string Direction(SpaceFilter filter) => filter.Descending ? "desc" : "asc";

    /// <summary>For a click on a column: sorts by it, or reverses the order, and goes to the first page.</summary>
    public static string SortedBy(SpaceFilter filter, SpaceSort sort) =>
        Of(filter with { Sort = sort, Descending = filter.Sort == sort ? !filter.Descending : IsDescendingByDefault(sort), Page = 1 });

    /// <summary>Newest first, titles from A, roles from admin down.</summary>
    public static bool IsDescendingByDefault(SpaceSort sort) => sort != SpaceSort.Title;

    public static string ToQueryValue<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static bool Is(string? text, string value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T Named<T>(string? text, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && Number(text) is null ? value : otherwise;
}
