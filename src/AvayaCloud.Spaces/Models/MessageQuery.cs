namespace AvayaCloud.Spaces;

/// <summary>What to look for in a space [docs D/api/spaces/spaces_spaceid_messages_query].</summary>
public sealed record MessageQuery
{
    public const int LargestSize = 50;

    /// <summary>Messages in one page, 1 to 50.</summary>
    public int Size { get; init => field = Math.Clamp(value, 1, LargestSize); } = LargestSize;

    /// <summary>From where to look; now, when it is null.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>What came before the moment; false: what came after it, which is how a gap is filled.</summary>
    public bool Before { get; init; } = true;

    public MessageCategory? Category { get; init; }

    /// <summary>Comments on posts, or on tasks.</summary>
    public MessageCategory? ParentCategory { get; init; }

    public bool FilesOnly { get; init; }

    public bool ChatsOnly { get; init; }

    public string? Search { get; init; }
}
