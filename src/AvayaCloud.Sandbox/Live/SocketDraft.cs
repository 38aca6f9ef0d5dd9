using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.People;
using AvayaCloud.Sandbox.Spaces;
using AvayaCloud.Sandbox.State;

namespace AvayaCloud.Sandbox.Live;

/// <summary>A message as it is sent over the socket [docs D/api/socket/send_message].</summary>
internal static class SocketDraft
{
    /// <summary>Null when it is none.</summary>
    public static Draft? Read(JsonObject payload, Person sender)
    {
        if (Category(payload.Text("category")) is not { } category || payload["content"] is not JsonObject content || content.Text("bodyText") is not { } body)
            return null;
        return new Draft(category, sender, new MessageContent(body)
        {
            Description = content.Text("description") ?? "",
            Files = [.. content.List("data")?.Select(File).OfType<FileReference>() ?? []],
            Assignees = [.. content.List("assignees")?.Select(it => it.Text("_id") ?? it.Text()).OfType<string>() ?? []],
            IsCompleted = content.Text("status") == "completed",
            Due = content.Time("dueDate"),
        })
        {
            ParentId = payload["parentMsg"].Text("_id"),
        };
    }

    private static MessageCategory? Category(string? name) => name switch
    {
        "chat" => MessageCategory.Chat,
        "idea" => MessageCategory.Idea,
        "task" => MessageCategory.Task,
        _ => null,
    };

    private static FileReference? File(JsonNode file) => file.Text("fileId") is { } key
        ? new FileReference(key, file.Text("name") ?? "", file.Number("fileSize") ?? 0, file.Text("fileType") ?? "document", file.Text("providerFileType") ?? "application/octet-stream")
        : null;
}
