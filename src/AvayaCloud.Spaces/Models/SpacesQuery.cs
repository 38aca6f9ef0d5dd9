namespace AvayaCloud.Spaces;

/// <summary>What to ask of <c>GET /users/me/spaces</c>. The API's own defaults apply where nothing is said here.</summary>
public sealed record SpacesQuery
{
    public const int LargestSize = 50;

    /// <summary>Spaces in one page, 1 to 50.</summary>
    public int Size { get; init => field = Math.Clamp(value, 1, LargestSize); } = LargestSize;

    /// <summary>A regular expression to Avaya: give people's own words through <see cref="SpacesSearch.Literal"/>.</summary>
    public string? Search { get; init; }

    public SpaceKinds Kinds { get; init; } = SpaceKinds.All;

    public SpaceStatus Status { get; init; } = SpaceStatus.Normal;

    public bool PinnedOnly { get; init; }

    public bool IncludeDeleted { get; init; }

    /// <summary>Only what changed after this moment.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Deprecated by Avaya in favour of the next page's address.</summary>
    public int? Page { get; init; }

    public string? PageRef { get; init; }

    public string? PageToken { get; init; }
}

[Flags]
public enum SpaceKinds
{
    None = 0,
    Group = 1,
    Direct = 2,
    Personal = 4,
    All = Group | Direct | Personal,
}

public enum SpaceStatus
{
    Normal,
    Archived,
    Any,
}
