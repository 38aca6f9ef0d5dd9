namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>The scopes of service apps, one for each endpoint, in the order of the guide's table [seed 3].</summary>
internal static class ServiceScopes
{
    public const string WebSocket = "spaces.websocket";

    public static readonly IReadOnlyList<string> All =
    [
        "accounts.users.bulk.write",
        "spaces.chat.create",
        "spaces.chat.read",
        "spaces.create",
        "spaces.create.actas",
        "spaces.delete",
        "spaces.direct.create",
        "spaces.invite.write",
        "spaces.list",
        "spaces.settings.read",
        "spaces.settings.write",
        WebSocket,
        "users.search",
        "users.search.bulk",
        "spaces.post.read",
        "spaces.post.create",
        "spaces.task.read",
        "spaces.task.create",
        "spaces.messages.write",
    ];
}
