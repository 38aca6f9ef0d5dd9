namespace SpacesPortal.Spaces;

/// <param name="Search">Words of the title or description; case and accents do not matter.</param>
/// <param name="Page">From 1.</param>
public sealed record SpaceFilter(
    string? Search = null,
    SpaceKindFilter Kind = SpaceKindFilter.All,
    bool PinnedOnly = false,
    bool Archived = false,
    SpaceSort Sort = SpaceSort.Recent,
    bool Descending = true,
    int Page = 1,
    int Size = 25);

public enum SpaceKindFilter
{
    All,
    Group,
    Direct,
    Personal,
}

public enum SpaceSort
{
    Recent,
    Title,
    Role,
}
