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
internal sealed record MySpacesParameters
{
    [AliasAs("size")] public string? Size { get; init; }
    [AliasAs("page")] public string? Page { get; init; }
    [AliasAs("search")] public string? Search { get; init; }
    [AliasAs("topicstatus")] public string? TopicStatus { get; init; }
    [AliasAs("topictype")] public string? TopicType { get; init; }
    [AliasAs("filtertype")] public string? FilterType { get; init; }
    [AliasAs("includedeleted")] public string? IncludeDeleted { get; init; }
    [AliasAs("after")] public string? After { get; init; }
    [AliasAs("pageref")] public string? PageRef { get; init; }
    [AliasAs("pageToken")] public string? PageToken { get; init; }

    public static MySpacesParameters From(SpacesQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new MySpacesParameters
        {
            Size = query.Size.ToString(CultureInfo.InvariantCulture),
            Page = query.Page?.ToString(CultureInfo.InvariantCulture),
            Search = query.Search,
            TopicStatus = query.Status switch { SpaceStatus.Archived => "1", SpaceStatus.Any => "all", _ => "0" },
            TopicType = GetTypes(query.Kinds),
            FilterType = query.PinnedOnly ? "pinned" : null,
            IncludeDeleted = query.IncludeDeleted ? "true" : null,
            After = query.After.ToWire(),
            PageRef = query.PageRef,
            PageToken = query.PageToken,
        };
    }

    // A list, because the API's "all" leaves out the personal space.
    private static string? GetTypes(SpaceKinds kinds)
    {
        (SpaceKinds Kind, string Name)[] names =
            [(SpaceKinds.Group, "group"), (SpaceKinds.Direct, "direct"), (SpaceKinds.Personal, "personal")];
        var types = string.Join(',', names.Where(it => kinds.HasFlag(it.Kind)).Select(it => it.Name));
        return types.Length > 0 ? types : null;
    }
}
