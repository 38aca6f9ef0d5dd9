namespace AvayaCloud.Spaces;

/// <summary>A message to send. A task's members are inside content, as in working code [repo BREEZE] [repo SDK].</summary>
internal sealed record MessageRequest
{
    /// <summary>Only for an edit [docs D/api/messages/messages_id__post].</summary>
    [JsonPropertyName("_id")] public string? Id { get; init; }
    [JsonPropertyName("content")] public required ContentRequest Content { get; init; }
    [JsonPropertyName("parentMsg")] public Reference? Parent { get; init; }
}

/// <summary>[wire 4.4]</summary>
internal sealed record ContentRequest
{
    [JsonPropertyName("bodyText")] public string? BodyText { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }
    [JsonPropertyName("data")] public IReadOnlyList<UploadedFile>? Files { get; init; }
    [JsonPropertyName("assignees")] public IReadOnlyList<Reference>? Assignees { get; init; }
    [JsonPropertyName("dueDate")] public DateTimeOffset? Due { get; init; }
    [JsonPropertyName("status")] public string? Status { get; init; }
}

/// <summary>A reference by id, for <c>parentMsg</c> and assignees [wire 4.1, 4.4].</summary>
internal sealed record Reference([property: JsonPropertyName("_id")] string Id);
