namespace AvayaCloud.Spaces;

/// <summary>The content of a message [wire 4.4]. All text is foreign HTML: rebuild it from an allow-list before you show it.</summary>
public sealed record MessageContent
{
    /// <summary>The text of a chat, or the title of a post or task.</summary>
    [JsonPropertyName("bodyText")] public string? BodyText { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }
    [JsonPropertyName("data")] public IReadOnlyList<MessageFile> Files { get; init => field = value ?? []; } = [];
    [JsonInclude, JsonPropertyName("assignees")] internal IReadOnlyList<Assignee> Assignees { get; init => field = value ?? []; } = [];
    [JsonInclude, JsonPropertyName("dueDate")] internal DateTimeOffset? Due { get; init; }
    [JsonInclude, JsonPropertyName("status")] internal TaskState Status { get; init; }
}

/// <summary>A file of a message. In received messages it has a path [wire 4.4].</summary>
public sealed record MessageFile
{
    /// <summary>The argument of <see cref="FileCalls.DownloadAsync"/>.</summary>
    [JsonPropertyName("fileId")] public string? FileKey { get; init; }
    [JsonPropertyName("name")] public string? Name { get; init; }
    [JsonPropertyName("fileSize")] public long? Size { get; init; }

    /// <summary><c>image</c>, <c>video</c>, <c>audio</c> or <c>document</c>.</summary>
    [JsonPropertyName("fileType")] public string? Kind { get; init; }
    [JsonPropertyName("providerFileType")] public string? MimeType { get; init; }
    [JsonPropertyName("provider")] public string? Provider { get; init; }
    [JsonPropertyName("path"), JsonConverter(typeof(PictureAddress))] public string? Url { get; init; }
    [JsonPropertyName("thumbnailFile"), JsonConverter(typeof(PictureAddress))] public string? ThumbnailUrl { get; init; }
}

internal sealed record Assignee([property: JsonPropertyName("_id")] string? Id);
