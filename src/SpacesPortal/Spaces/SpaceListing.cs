using AvayaCloud.Spaces;

namespace SpacesPortal.Spaces;

/// <summary>One page of the person's spaces.</summary>
/// <param name="Matching">Spaces that fit the filter, as far as they have been found.</param>
/// <param name="Found">All spaces found so far.</param>
/// <param name="Complete">False while more may follow: matches and order are then those of what has loaded.</param>
/// <param name="AsOf">How old the rows are.</param>
/// <param name="Trouble">Why the rows are old or missing.</param>
/// <param name="Truncated">There are more spaces than the directory takes in for one person.</param>
public sealed record SpaceListing(
    IReadOnlyList<Space> Rows,
    int Matching,
    int Found,
    bool Complete,
    DateTimeOffset AsOf,
    SpacesTrouble? Trouble,
    bool Truncated = false);
