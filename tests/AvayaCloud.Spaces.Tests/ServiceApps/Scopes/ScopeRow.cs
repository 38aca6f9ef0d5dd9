using AvayaCloud.Spaces.Tests.Table;
using static AvayaCloud.Spaces.Tests.Table.Result;

namespace AvayaCloud.Spaces.Tests.ServiceApps.Scopes;

/// <summary>A row of the guide's scope table [seed 3]: what it is on the wire, and how the client makes it.</summary>
internal sealed record ScopeRow(string Wire, string Scope, Func<ScopeScene, CancellationToken, Task<Result>> Call)
{
    /// <summary>The guide wants the service account to be the space's admin.</summary>
    public bool NeedsAdmin { get; init; }

    /// <summary>Also for users [wire 4.1]; false: service apps only.</summary>
    public bool IsForPeople { get; init; } = true;

    /// <summary>In the guide's order.</summary>
    public static IReadOnlyList<ScopeRow> All { get; } =
    [
        new(
            "POST /api/users/bulkupdate", "accounts.users.bulk.write",
            (s, t) => OfAsync(s.Client.Users.BulkUpdateAsync([BulkOperation.Read(ScopeScene.Ada)], t))) { IsForPeople = false },
        new(
            "POST /api/spaces/{id}/chats", "spaces.chat.create",
            (s, t) => OfAsync(s.Client.Messages.SendChatAsync(s.SpaceId, new NewChat("<p>beep</p>"), t))),
        new(
            "GET /api/spaces/{id}/messages/byref", "spaces.chat.read",
            (s, t) => FirstAsync(s.Client.Messages.ListAsync(s.SpaceId, cancellationToken: t))),
        new(
            "POST /api/spaces/invite", "spaces.create",
            (s, t) => OfAsync(s.Client.Invites.CreateSpaceAsync(new NewSpace("New"), cancellationToken: t))),
        new(
            "POST /api/spaces/invite", "spaces.create.actas",
            (s, t) => OfAsync(s.Client.Invites.CreateSpaceAsync(new NewSpace("New"), ScopeScene.Ada, t))) { IsForPeople = false },
        new("DELETE /api/spaces/{id}", "spaces.delete", (s, t) => OfAsync(s.Client.Spaces.DeleteAsync(s.SpaceId, t))) { NeedsAdmin = true },
        new(
            "GET /api/spaces/direct/user/{id}", "spaces.direct.create",
            (s, t) => OfAsync(s.Client.Spaces.GetDirectAsync(s.AdaId, cancellationToken: t))),
        new(
            "POST /api/spaces/{id}/invite",
            "spaces.invite.write",
            (s, t) => OfAsync(
                s.Client.Invites.InviteAsync(
                    s.SpaceId, new Invitation { Invitees = [Invitee.ByEmail("new@example.com")] }, t))) { NeedsAdmin = true },
        new("GET /api/users/me/spaces", "spaces.list", (s, t) => FirstAsync(s.Client.Spaces.ListAsync(new SpacesQuery { Size = 50 }, t))),
        new(
            "GET /api/spaces/{id}", "spaces.settings.read",
            (s, t) => OfAsync(s.Client.Spaces.GetAsync(s.SpaceId, cancellationToken: t))) { NeedsAdmin = true },
        new(
            "POST /api/spaces/{id}", "spaces.settings.write",
            (s, t) => OfAsync(s.Client.Spaces.ChangeAsync(s.SpaceId, new SpaceChange { Title = "Other" }, t))) { NeedsAdmin = true },
        new("GET /socket.io/", "spaces.websocket", (s, t) => s.ConnectAsync(t)),
        new(
            "GET /api/users/me/colleagues", "users.search",
            (s, t) => FirstAsync(s.Client.Users.ListColleaguesAsync("^Ada", cancellationToken: t))),
        new(
            "POST /api/users/me/colleaguesbulk", "users.search.bulk",
            (s, t) => OfAsync(s.Client.Users.FindColleaguesAsync([ScopeScene.Ada], t))),
        new(
            "GET /api/spaces/{id}/ideas", "spaces.post.read",
            (s, t) => FirstAsync(s.Client.Posts.ListAsync(s.SpaceId, cancellationToken: t))),
        new(
            "POST /api/spaces/{id}/ideas", "spaces.post.create",
            (s, t) => OfAsync(s.Client.Posts.CreateAsync(s.SpaceId, new NewPost("Plan"), cancellationToken: t))),
        new(
            "GET /api/spaces/{id}/tasks", "spaces.task.read",
            (s, t) => FirstAsync(s.Client.Tasks.ListAsync(s.SpaceId, cancellationToken: t))),
        new(
            "POST /api/spaces/{id}/tasks", "spaces.task.create",
            (s, t) => OfAsync(s.Client.Tasks.CreateAsync(s.SpaceId, new NewTask("Do it"), cancellationToken: t))),
        new(
            "POST /api/messages/{id}", "spaces.messages.write",
            (s, t) => OfAsync(s.Client.Messages.EditAsync(s.PostId, new MessageEdit { BodyText = "Plan B" }, t))),
    ];
}
