namespace SpacesPortal.Spaces;

/// <summary>The signed-in user's spaces. The portal searches, filters, sorts and pages them, because Avaya can only list them.</summary>
public interface ISpaceDirectory
{
    /// <summary>Waits for one API call at most; what it did not return is loaded in the background.</summary>
    Task<SpaceListing> ListAsync(SpaceFilter filter, CancellationToken cancellationToken);

    /// <summary>The progress now, and with every change until the load has ended. Counts what a list with that filter counts.</summary>
    IAsyncEnumerable<SpaceProgress> WatchAsync(bool archived, CancellationToken cancellationToken);
}

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

/// <summary>One page of the user's spaces.</summary>
/// <param name="Matching">Spaces that match the filter, among those loaded.</param>
/// <param name="Found">Loaded spaces that this list shows without a search: the archived ones, or the others.</param>
/// <param name="Complete">False while more may follow: matches and order are those of what has been loaded.</param>
/// <param name="AsOf">When the rows were read.</param>
/// <param name="Error">Why rows are old or missing.</param>
/// <param name="Hidden">Loaded spaces that this list never shows: the archived ones, or those that are not.</param>
/// <param name="Truncated">The user has more spaces than the directory loads.</param>
public sealed record SpaceListing(
    IReadOnlyList<Space> Rows,
    int Matching,
    int Found,
    bool Complete,
    DateTimeOffset AsOf,
    SpacesError? Error,
    int Hidden = 0,
    bool Truncated = false);

/// <summary>How far the load in the background has come.</summary>
public sealed record SpaceProgress(int Found, bool Complete, DateTimeOffset AsOf, SpacesError? Error);
