namespace SpacesPortal.Spaces;

/// <summary>One page of the person's spaces.</summary>
/// <param name="Matching">Spaces that fit the filter, as far as they have been found.</param>
/// <param name="Found">Spaces found so far that the list would show without a search: the archived ones, or the others.</param>
/// <param name="Complete">False while more may follow: matches and order are then those of what has loaded.</param>
/// <param name="AsOf">How old the rows are.</param>
/// <param name="Trouble">Why the rows are old or missing.</param>
/// <param name="Hidden">Found as well, and not in this list whatever is searched for: archived ones, or those that are not.</param>
/// <param name="Truncated">There are more spaces than the directory takes in for one person.</param>
public sealed record SpaceListing(
    IReadOnlyList<Space> Rows,
    int Matching,
    int Found,
    bool Complete,
    DateTimeOffset AsOf,
    SpacesError? Trouble,
    int Hidden = 0,
    bool Truncated = false);
