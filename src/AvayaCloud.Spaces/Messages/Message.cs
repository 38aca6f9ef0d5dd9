namespace AvayaCloud.Spaces;

/// <summary>A chat, a post or a task [wire 4.4].</summary>
public sealed record Message : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("category")] public MessageCategory Category { get; init; }
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }
    [JsonPropertyName("topicTitle")] public string? SpaceTitle { get; init; }
    [JsonPropertyName("topicType")] public SpaceKind SpaceKind { get; init; }
    [JsonPropertyName("sender"), JsonConverter(typeof(LenientObject<Sender>))] public Sender? Sender { get; init; }
    [JsonPropertyName("content"), JsonConverter(typeof(LenientObject<MessageContent>))] public MessageContent? Content { get; init; }

    /// <summary>The post or task that this message comments on.</summary>
    [JsonPropertyName("parentMsg"), JsonConverter(typeof(LenientObject<ParentMessage>))] public ParentMessage? Parent { get; init; }

    /// <summary>The number of comments on a post or task.</summary>
    [JsonPropertyName("chatCount")] public long? CommentCount { get; init; }
    [JsonPropertyName("created")] public DateTimeOffset? Created { get; init; }
    [JsonPropertyName("modified")] public DateTimeOffset? Modified { get; init; }

    /// <summary>Null for chats and posts. The API has the parts of a task inside <c>content</c> or beside it [wire 7.10].</summary>
    [JsonIgnore]
    public TaskDetails? Task => Category == MessageCategory.Task ? GetTask() : null;
    [JsonInclude, JsonPropertyName("assignees")] internal IReadOnlyList<Assignee> OuterAssignees { get; init => field = value ?? []; } = [];
    [JsonInclude, JsonPropertyName("dueDate")] internal DateTimeOffset? OuterDue { get; init; }
    [JsonInclude, JsonPropertyName("status")] internal TaskState OuterStatus { get; init; }

    private TaskDetails GetTask()
    {
        var assignees = Content?.Assignees is { Count: > 0 } inner ? inner : OuterAssignees;
        var state = Content?.Status is { } status and not TaskState.Unknown ? status : OuterStatus;
        return new TaskDetails([.. assignees.Select(it => it.Id!)], Content?.Due ?? OuterDue, state);
    }
}

/// <summary>Unknown stands for values that this version does not know.</summary>
public enum MessageCategory
{
    Unknown,
    Chat,

    /// <summary>A post.</summary>
    Idea,
    Task,
}

public sealed record TaskDetails(IReadOnlyList<string> Assignees, DateTimeOffset? Due, TaskState State);

public enum TaskState
{
    Unknown,
    Pending,
    Completed,
}

/// <summary>The sender of a message [wire 4.4].</summary>
public sealed record Sender
{
    [JsonPropertyName("_id")] public string? Id { get; init; }

    /// <summary><c>user</c>, <c>anonymous</c>, <c>phone</c> …</summary>
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))] public string? PictureUrl { get; init; }
}

/// <summary>The post or task that a message comments on [docs D/api/messages/ideas_ideaid_messages].</summary>
public sealed record ParentMessage
{
    [JsonPropertyName("_id")] public string? Id { get; init; }
    [JsonPropertyName("bodyText")] public string? BodyText { get; init; }
    [JsonPropertyName("category")] public MessageCategory Category { get; init; }
}
