namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Parses a message in both documented forms of a task [docs D/api/spaces/spaces_spaceid_tasks__post] [repo BREEZE] [repo
/// SDK].</summary>
internal static class MessageParser
{
    /// <summary>Null with an error.</summary>
    /// <param name="before">The content to change: members that were not sent keep their value.</param>
    public static MessageContent? Parse(
        JsonNode? body, MessageCategory category, MessageContent before, Space space, SandboxState state, out string error)
    {
        var sent = body.GetMember("content");
        var text = sent.GetString("bodyText") ?? before.BodyText;
        var files = sent.GetArray("data")?.Select(it => FindFile(it, state)).ToList();
        var assignees = (sent.GetArray("assignees") ?? body.GetArray("assignees"))?
            .Select(it => it.GetString("_id") ?? it.GetString() ?? "").ToList();
        var due = sent.GetTime("dueDate") ?? body.GetTime("dueDate");
        var status = GetStatus(sent) ?? GetStatus(body);
        var reason = sent switch
        {
            not JsonObject => "content is missing.",
            _ when string.IsNullOrWhiteSpace(text) && (category != MessageCategory.Chat || files is null or []) => "bodyText is empty.",
            _ when files?.Contains(null) == true => "data names a file that was not uploaded.",
            _ when assignees?.Any(id => space.Find(id) is null) == true => "an assignee is not in the space.",
            _ when due is null && (sent.GetString("dueDate") ?? body.GetString("dueDate")) is { Length: > 0 } => "dueDate is not a time.",
            _ when status is not (null or "pending" or "completed" or "0" or "1") => "status is neither pending nor completed.",
            _ => null,
        };
        error = "The content is not valid: " + reason;
        return reason is not null ? null : before with
        {
            BodyText = text,
            Description = sent.GetString("description") ?? before.Description,
            Files = files?.OfType<FileReference>().ToList() ?? before.Files,
            Assignees = assignees ?? before.Assignees,
            IsCompleted = status is null ? before.IsCompleted : status is "completed" or "1",
            Due = sent.HasMember("dueDate") || body.HasMember("dueDate") ? due : before.Due,
        };
    }

    private static string? GetStatus(JsonNode? node) =>
        node.GetMember("status") is { } status ? status.GetString() ?? status.ToJsonString() : null;

    private static FileReference? FindFile(JsonNode? sent, SandboxState state)
    {
        if ((sent.GetString("fileId") ?? sent.GetString("fileKey")) is not { } key || state.Files.Find(key) is not { Bytes: not null } file)
            return null;
        return new FileReference(
            key, sent.GetString("name") ?? file.Name, file.Size, sent.GetString("fileType") ?? GetKind(file.MimeType), file.MimeType);
    }

    private static string GetKind(string mimeType) =>
        mimeType.Split('/')[0] is var kind and ("image" or "video" or "audio") ? kind : "document";
}
