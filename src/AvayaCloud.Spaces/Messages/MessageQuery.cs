namespace AvayaCloud.Spaces;

/// <summary>The filters of a query in a space [docs D/api/spaces/spaces_spaceid_messages_query].</summary>
public sealed record MessageQuery
{
    public const int MaxSize = 50;

    /// <summary>The number of messages in one page, 1 to 50.</summary>
    public int Size { get; init => field = Math.Clamp(value, 1, MaxSize); } = MaxSize;

    /// <summary>Where the query starts; null for now.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>True for the messages before the moment, false for those after it.</summary>
    public bool Before { get; init; } = true;
    public MessageCategory? Category { get; init; }

    /// <summary>Comments on posts, or on tasks.</summary>
    public MessageCategory? ParentCategory { get; init; }
    public bool FilesOnly { get; init; }
    public bool ChatsOnly { get; init; }
    public string? Search { get; init; }
}

/// <summary>The query of <c>messages/query</c> as the API names it. Members that are null are not sent.</summary>
internal sealed class MessageQueryParameters(MessageQuery query)
{
    [AliasAs("size")] public int Size => query.Size;
    [AliasAs("refTime")] public long? Moment => query.Moment?.ToUnixTimeMilliseconds();
    [AliasAs("direction")] public string Direction => query.Before ? "before" : "after";
    [AliasAs("category")] public string? Category => query.Category?.ToWire();
    [AliasAs("parentmsg_category")] public string? ParentCategory => query.ParentCategory?.ToWire();
    [AliasAs("file_only")] public string? FilesOnly => query.FilesOnly ? "true" : null;
    [AliasAs("chatmsg_only")] public string? ChatsOnly => query.ChatsOnly ? "true" : null;
    [AliasAs("searchstring")] public string? Search => query.Search;
}
