namespace SpacesPortal.Spaces;

/// <summary>Searches, filters, sorts and pages a snapshot, by the user's culture.</summary>
internal static class SpaceSelection
{
    private const int LargestPage = 200;
    private const int MostWords = 10;
    private const CompareOptions Loosely =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType;
    private const CompareOptions TitleOrder = CompareOptions.IgnoreCase | CompareOptions.NumericOrdering;

    // One sort key per title is cheaper than a culture-aware comparison at each step of the sort.
    private static readonly IComparer<SortKey> ByKey = Comparer<SortKey>.Create(SortKey.Compare);

    public static SpaceListing Of(SpaceSnapshot snapshot, SpaceFilter filter, CultureInfo culture)
    {
        var listed = Listed(snapshot, filter.Archived);
        var matching = Sorted(Matching(listed, filter, culture.CompareInfo), filter, culture.CompareInfo);
        var size = Math.Clamp(filter.Size, 1, LargestPage);
        var skip = (int)Math.Min((Math.Max(filter.Page, 1) - 1L) * size, matching.Count);
        return new SpaceListing(
            matching.GetRange(skip, Math.Min(size, matching.Count - skip)),
            matching.Count, listed.Count, snapshot.Complete, snapshot.AsOf, snapshot.Error,
            Hidden: snapshot.Rows.Count - listed.Count, snapshot.Truncated);
    }

    /// <summary>The spaces that a list is about, and therefore counts: only the archived ones, or all others.</summary>
    public static IReadOnlyList<Space> Listed(SpaceSnapshot snapshot, bool archived) =>
        [.. snapshot.Rows.Where(space => space.IsArchived == archived)];

    private static List<Space> Matching(IReadOnlyList<Space> rows, SpaceFilter filter, CompareInfo compare)
    {
        var words = (filter.Search ?? "")
            .Split((char[]?)null, MostWords + 1, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostWords)
            .ToArray();
        return
        [
            .. rows.Where(space =>
                (!filter.PinnedOnly || space.IsPinned)
                && IsOfKind(space, filter.Kind)
                && Array.TrueForAll(words, word => Has(space.Title, word, compare) || Has(space.Description, word, compare))),
        ];
    }

    private static bool IsOfKind(Space space, SpaceKindFilter kind) => kind switch
    {
        SpaceKindFilter.Group => space.Kind == SpaceKind.Group,
        SpaceKindFilter.Direct => space.Kind == SpaceKind.Direct,
        SpaceKindFilter.Personal => space.Kind == SpaceKind.Personal,
        _ => true,
    };

    private static bool Has(string? text, string word, CompareInfo compare) =>
        text is not null && compare.IndexOf(text, word, Loosely) >= 0;

    // Avaya's order is by latest activity. The sorts are stable, so it also orders equal elements.
    private static List<Space> Sorted(List<Space> spaces, SpaceFilter filter, CompareInfo compare) => filter.Sort switch
    {
        SpaceSort.Title => Sorted(spaces, filter, space => compare.GetSortKey(space.Title ?? "", TitleOrder), ByKey),
        SpaceSort.Role => Sorted(spaces, filter, space => space.Role, Comparer<SpaceRole>.Default),
        _ => filter.Descending ? spaces : [.. Enumerable.Reverse(spaces)],
    };

    private static List<Space> Sorted<TKey>(List<Space> spaces, SpaceFilter filter, Func<Space, TKey> key, IComparer<TKey> comparer) =>
        [.. filter.Descending ? spaces.OrderByDescending(key, comparer) : spaces.OrderBy(key, comparer)];
}
