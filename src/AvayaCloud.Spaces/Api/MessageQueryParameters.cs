using System.Globalization;
using Refit;

namespace AvayaCloud.Spaces;

/// <summary>The query of <c>messages/query</c> in the API's own words; what is null is not sent.</summary>
public sealed record MessageQueryParameters
{
    [AliasAs("size")]
    public string? Size { get; init; }

    [AliasAs("refTime")]
    public string? Moment { get; init; }

    [AliasAs("direction")]
    public string? Direction { get; init; }

    [AliasAs("category")]
    public string? Category { get; init; }

    [AliasAs("parentmsg_category")]
    public string? ParentCategory { get; init; }

    [AliasAs("file_only")]
    public string? FilesOnly { get; init; }

    [AliasAs("chatmsg_only")]
    public string? ChatsOnly { get; init; }

    [AliasAs("searchstring")]
    public string? Search { get; init; }

    public static MessageQueryParameters From(MessageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new MessageQueryParameters
        {
            Size = query.Size.ToString(CultureInfo.InvariantCulture),
            Moment = query.Moment.OnWire(),
            Direction = query.Before ? "before" : "after",
            Category = query.Category.OnWire(),
            ParentCategory = query.ParentCategory.OnWire(),
            FilesOnly = query.FilesOnly ? "true" : null,
            ChatsOnly = query.ChatsOnly ? "true" : null,
            Search = query.Search,
        };
    }
}
