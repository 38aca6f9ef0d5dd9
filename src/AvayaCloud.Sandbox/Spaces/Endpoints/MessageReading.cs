namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// A message as it is sent, in both forms that tasks have [docs D/api/spaces/spaces_spaceid_tasks__post] vs [repo BREEZE] [repo SDK].
/// </summary>
internal static class MessageReading
{
    private const string BadContent = "The content is not valid: ";

    /// <summary>Null with a reason for what cannot be said.</summary>
    public static MessageContent? Read(
        JsonNode? body, MessageCategory category, MessageContent before, Space space, SandboxState state, out string problem)
    {
        problem = "";
        var sent = body.Member("content");
        var text = sent.Text("bodyText") ?? before.BodyText;
        var files = sent.List("data")?.Select(it => File(it, state)).ToList();
        var assignees = (sent.List("assignees") ?? body.List("assignees"))?.Select(it => it.Text("_id") ?? it.Text() ?? "").ToList();
        if (sent is not JsonObject)
            problem = BadContent + "there is none.";
        else if (string.IsNullOrWhiteSpace(text) && (category != MessageCategory.Chat || files is null or []))
            problem = BadContent + "bodyText is empty.";
        else if (files?.Contains(null) == true)
            problem = BadContent + "data names a file that was not uploaded.";
        else if (assignees?.Any(id => space.Find(id) is null) == true)
            problem = BadContent + "an assignee is not in the space.";
        else if ((sent.Text("dueDate") ?? body.Text("dueDate")) is { Length: > 0 } && Due(sent, body) is null)
            problem = BadContent + "dueDate is no time.";
        else if (Status(sent, body) is { } status && status is not ("pending" or "completed" or "0" or "1"))
            problem = BadContent + "status is neither pending nor completed.";
        return problem.Length > 0 ? null : before with
        {
            BodyText = text,
            Description = sent.Text("description") ?? before.Description,
            Files = files?.OfType<FileReference>().ToList() ?? before.Files,
            Assignees = assignees ?? before.Assignees,
            IsCompleted = Status(sent, body) is { } it ? it is "completed" or "1" : before.IsCompleted,
            Due = sent.Has("dueDate") || body.Has("dueDate") ? Due(sent, body) : before.Due,
        };
    }

    private static DateTimeOffset? Due(JsonNode? sent, JsonNode? body) => sent.Time("dueDate") ?? body.Time("dueDate");

    private static string? Status(JsonNode? sent, JsonNode? body) =>
        (sent.Member("status") ?? body.Member("status")) is { } status ? status.Text() ?? status.ToJsonString() : null;

    private static FileReference? File(JsonNode? sent, SandboxState state)
    {
        if ((sent.Text("fileId") ?? sent.Text("fileKey")) is not { } key || state.Files.Find(key) is not { Bytes: not null } file)
            return null;
        return new FileReference(
            key, sent.Text("name") ?? file.Name, file.Size, sent.Text("fileType") ?? Kind(file.MimeType), file.MimeType);
    }

    private static string Kind(string mimeType) =>
        mimeType.Split('/')[0] is var kind and ("image" or "video" or "audio") ? kind : "document";
}
