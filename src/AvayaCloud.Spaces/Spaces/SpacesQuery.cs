namespace AvayaCloud.Spaces;

/// <summary>The filters of <c>GET /users/me/spaces</c>. For those that are not set, the API's own defaults apply.</summary>
public sealed record SpacesQuery
{
    public const int MaxSize = 50;

    /// <summary>The number of spaces in one page, 1 to 50.</summary>
    public int Size { get; init => field = Math.Clamp(value, 1, MaxSize); } = MaxSize;

    /// <summary>A regular expression: pass a user's own text through <see cref="SpacesSearch.Literal"/>.</summary>
    public string? Search { get; init; }
    public SpaceKinds Kinds { get; init; } = SpaceKinds.All;
    public SpaceStatus Status { get; init; } = SpaceStatus.Normal;
    public bool PinnedOnly { get; init; }
    public bool IncludeDeleted { get; init; }

    /// <summary>Only spaces that changed after this moment.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Deprecated by Avaya in favour of the link to the next page.</summary>
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

/// <summary>The query of <c>GET /users/me/spaces</c> as the API names it. Members that are null are not sent.</summary>
internal sealed class MySpacesParameters(SpacesQuery query)
{
    private static readonly SpaceKinds[] SingleKinds = [SpaceKinds.Group, SpaceKinds.Direct, SpaceKinds.Personal];

    [AliasAs("size")] public int Size => query.Size;
    [AliasAs("page")] public int? Page => query.Page;
    [AliasAs("search")] public string? Search => query.Search;
    [AliasAs("topicstatus")]
    public string TopicStatus => query.Status switch
    {
        SpaceStatus.Archived => "1",
        SpaceStatus.Any => "all",
        _ => "0",
    };

    // A list, because the API's "all" leaves out the personal space.
    [AliasAs("topictype")]
    public string? TopicType => query.Kinds == SpaceKinds.None
        ? null
        : string.Join(',', SingleKinds.Where(it => query.Kinds.HasFlag(it)).Select(it => it.ToWire()));

    [AliasAs("filtertype")] public string? FilterType => query.PinnedOnly ? "pinned" : null;
    [AliasAs("includedeleted")] public string? IncludeDeleted => query.IncludeDeleted ? "true" : null;
    [AliasAs("after")] public long? After => query.After?.ToUnixTimeMilliseconds();
    [AliasAs("pageref")] public string? PageRef => query.PageRef;
    [AliasAs("pageToken")] public string? PageToken => query.PageToken;
}
