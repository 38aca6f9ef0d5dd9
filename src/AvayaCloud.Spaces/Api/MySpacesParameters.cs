using System.Globalization;
using Refit;

namespace AvayaCloud.Spaces;

/// <summary>The query of <c>GET /users/me/spaces</c> in the API's own words; what is null is not sent.</summary>
public sealed record MySpacesParameters
{
    [AliasAs("size")]
    public string? Size { get; init; }

    [AliasAs("page")]
    public string? Page { get; init; }

    [AliasAs("search")]
    public string? Search { get; init; }

    [AliasAs("topicstatus")]
    public string? TopicStatus { get; init; }

    [AliasAs("topictype")]
    public string? TopicType { get; init; }

    [AliasAs("filtertype")]
    public string? FilterType { get; init; }

    [AliasAs("includedeleted")]
    public string? IncludeDeleted { get; init; }

    [AliasAs("after")]
    public string? After { get; init; }

    [AliasAs("pageref")]
    public string? PageRef { get; init; }

    [AliasAs("pageToken")]
    public string? PageToken { get; init; }

    public static MySpacesParameters From(SpacesQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new MySpacesParameters
        {
            Size = query.Size.ToString(CultureInfo.InvariantCulture),
            Page = query.Page?.ToString(CultureInfo.InvariantCulture),
            Search = query.Search,
            TopicStatus = query.Status switch { SpaceStatus.Archived => "1", SpaceStatus.Any => "all", _ => "0" },
            TopicType = TypesOf(query.Kinds),
            FilterType = query.PinnedOnly ? "pinned" : null,
            IncludeDeleted = query.IncludeDeleted ? "true" : null,
            After = query.After.OnWire(),
            PageRef = query.PageRef,
            PageToken = query.PageToken,
        };
    }

    // A list, because the API's "all" leaves the personal space out.
    private static string? TypesOf(SpaceKinds kinds)
    {
        (SpaceKinds Kind, string Name)[] names =
        [
            (SpaceKinds.Group, "group"),
            (SpaceKinds.Direct, "direct"),
            (SpaceKinds.Personal, "personal")
        ];
        var types = string.Join(',', names.Where(name => kinds.HasFlag(name.Kind)).Select(name => name.Name));
        return types.Length > 0 ? types : null;
    }
}
