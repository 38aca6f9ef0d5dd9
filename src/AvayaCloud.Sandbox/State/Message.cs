namespace AvayaCloud.Sandbox.State;

/// <summary>A chat, a post (an idea on the wire), a task, or a comment on a post or a task [wire 4.4].</summary>
internal sealed record Message
{
    public required string Id { get; init; }
    public required string SpaceId { get; init; }
    public required MessageCategory Category { get; init; }
    public required Person Sender { get; init; }
    public required MessageContent Content { get; init; }

    /// <summary>The post or task that this is a comment on.</summary>
    public string? ParentId { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }
}

internal enum MessageCategory
{
    Chat,
    Idea,
    Task,
}

/// <summary>Texts are HTML. The body of a post or a task is its title [docs D/api/spaces/spaces_spaceid_ideas__post].</summary>
internal sealed record MessageContent(string BodyText)
{
    public string Description { get; init; } = "";
    public IReadOnlyList<FileReference> Files { get; init; } = [];

    /// <summary>Spaces user ids.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];
    public bool IsCompleted { get; init; }
    public DateTimeOffset? Due { get; init; }
}

/// <summary>A file of a message [wire 4.4]. Its content is in the <see cref="FileStore"/>.</summary>
internal sealed record FileReference(string Key, string Name, long Size, string Kind, string MimeType);

/// <summary>A message to post.</summary>
internal sealed record Draft(MessageCategory Category, Person Sender, MessageContent Content)
{
    public string? ParentId { get; init; }

    /// <summary>Passed on to the subscribers of the change, so that a sender recognizes its own message.</summary>
    public object? Origin { get; init; }
}
