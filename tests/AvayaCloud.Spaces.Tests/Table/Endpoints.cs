using static AvayaCloud.Spaces.Tests.Table.Result;

namespace AvayaCloud.Spaces.Tests.Table;

/// <summary>Every call that there is. A test compares it with the Refit interfaces, so that none is forgotten.</summary>
public static class Endpoints
{
    /// <summary>One in an address, and one in a response.</summary>
    public const string SpaceToken =
        "9f8e7d6c5b4a39281706f5e4d3c2b1a0", GuestToken = "eyJhbGciOiJIUzI1NiJ9.eyJhbm9ueW1vdXNfaWQiOiIxIn0.c2lnbmVk";

    private const string Id = "5f04251caa4a347af9946e06";
    private const string Space = """
        {"_id":"5f04251caa4a347af9946e06","title":"A","type":"group","settings":{"confPin":"",
        "passwordRequired":{"allGuests":false}},"msgRetention":{"retentionLength":0}}
        """;
    private const string Message = """
        {"_id":"5f8ec8041f4b4395fc1d9e4b","category":"chat","topicId":"5f04251caa4a347af9946e06","sender":{"_id":"1",
        "type":"user"},"content":{"bodyText":"<p>hi</p>","data":[]},"created":"2026-11-22T09:00:00.000Z"}
        """;
    private const string Meeting = """
        {"_id":"5f8ec8041f4b4395fc1d9e4b","content":{"startTime":"2026-11-22T09:00:00.000Z","attendees":[{"displayname":"A",
        "username":"a@b.c"}]}}
        """;
    private const string Settings = """
        {"_id":"5f8ec8041f4b4395fc1d9e4b","muteaudio":true,"companyPolicy":{"user":{"denyFeatures":{"attachment":true}}}}
        """;
    private const string User = """{"_id":"5f04251caa4a347af9946e06","displayname":"A","emails":[{"value":"a@b.c","primary":true}]}""";
    private const string File = """{"fileKey":"k","url":"{origin}/storage?key=k"}""";
    private const string Invited = """{"data":[{"topicId":"5f04251caa4a347af9946e06"}],"inviteContent":{"text":"<p>Join</p>"}}""";

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("IUsersApi.GetMeAsync", "GET", "/users/me", Wants.Item, User, (c, t) => OfAsync(c.Users.GetMeAsync(t))),
        new(
            "IUsersApi.GetSettingsAsync", "GET", "/users/me/settings", Wants.Item, Data(Settings),
            (c, t) => OfAsync(c.Users.GetSettingsAsync(t))),
        new(
            "IUsersApi.ChangeSettingsAsync", "POST", $"/users/me/settings/{Id}", Wants.Item, Settings,
            (c, t) => OfAsync(c.Users.ChangeSettingsAsync(Id, new UserSettingsChange { MuteAudio = true }, t))) { IsRepeated = true },
        new(
            "IUsersApi.GetColleaguesAsync", "GET", "/users/me/colleagues", Wants.Page, Data(User),
            (c, t) => FirstAsync(c.Users.ListColleaguesAsync("a", cancellationToken: t))),
        new(
            "IUsersApi.FindColleaguesAsync", "POST", "/users/me/colleaguesbulk", Wants.Page, Data(User),
            (c, t) => OfAsync(c.Users.FindColleaguesAsync(["a@b.c"], t))) { IsRepeated = true },
        new(
            "IUsersApi.GetPeopleWithDirectAsync", "GET", "/users/me/people/withdm", Wants.Page, Data(User),
            (c, t) => FirstAsync(c.Users.ListPeopleWithDirectAsync(cancellationToken: t))),
        new(
            "IUsersApi.GetPersonalRoomAsync", "GET", "/users/meetingroom/a@b.c", Wants.Item, $$"""{"data":{{Space}}}""",
            (c, t) => OfAsync(c.Users.GetPersonalRoomAsync("a@b.c", t))),
        new(
            "IUsersApi.BulkUpdateAsync", "POST", "/users/bulkupdate", Wants.Page, """{"data":[{"email":"a@b.c","status":200}]}""",
            (c, t) => OfAsync(c.Users.BulkUpdateAsync([BulkOperation.Read("a@b.c")], t))),

        new(
            "ISpacesApi.GetMySpacesAsync", "GET", "/users/me/spaces", Wants.Page, Data(Space),
            (c, t) => FirstAsync(c.Spaces.ListAsync(new SpacesQuery(), t))),
        new("ISpacesApi.GetAsync", "GET", $"/spaces/{Id}", Wants.Item, Space, (c, t) => OfAsync(c.Spaces.GetAsync(Id, "1234", t))),
        new(
            "ISpacesApi.ChangeAsync", "POST", $"/spaces/{Id}", Wants.Item, Space,
            (c, t) => OfAsync(c.Spaces.ChangeAsync(Id, new SpaceChange { Title = "B" }, t))) { IsRepeated = true },
        new("ISpacesApi.DeleteAsync", "DELETE", $"/spaces/{Id}", Wants.Nothing, Space, (c, t) => OfAsync(c.Spaces.DeleteAsync(Id, t))),
        new(
            "ISpacesApi.ArchiveAsync", "POST", $"/spaces/{Id}/archive", Wants.Nothing, Space,
            (c, t) => OfAsync(c.Spaces.ArchiveAsync(Id, t))),
        new(
            "ISpacesApi.GetDirectAsync", "GET", $"/spaces/direct/user/{Id}", Wants.Item, Data(Space),
            (c, t) => OfAsync(c.Spaces.GetDirectAsync(Id, cancellationToken: t))),
        new(
            "ISpacesApi.JoinAsync", "GET", $"/spaces/{Id}/join", Wants.Item, $$"""{"topic":{{Space}}}""",
            (c, t) => OfAsync(c.Spaces.JoinAsync(Id, cancellationToken: t))),
        new(
            "ISpacesApi.GetActivitiesAsync", "GET", "/activitiesrecord/spaces", Wants.Page,
            """{"data":[{"_id":"1","topicId":"2","status":0,"modified":"2026-11-22T09:00:00.000Z"}]}""",
            (c, t) => FirstAsync(c.Spaces.ListActivitiesAsync(cancellationToken: t))),
        new(
            "ISpacesApi.GetMembersAsync", "GET", $"/spaces/{Id}/members", Wants.Page,
            """{"data":[{"member":"1","memberType":"userId","role":"admin"}],"from":0,"to":0}""",
            (c, t) => FirstAsync(c.Spaces.ListMembersAsync(Id, cancellationToken: t))),
        new(
            "ISpacesApi.SetRoleAsync", "POST", $"/spaces/{Id}/attendees/userid/{Id}", Wants.Item,
            """{"attendee":"1","attendeeType":"userId","role":"admin"}""",
            (c, t) => OfAsync(c.Spaces.SetRoleAsync(Id, Id, SpaceRole.Admin, t))) { IsRepeated = true },
        new(
            "ISpacesApi.RemoveAsync", "DELETE", $"/spaces/{Id}/attendees/userid/{Id}", Wants.Nothing, """{"attendee":"1"}""",
            (c, t) => OfAsync(c.Spaces.RemoveAsync(Id, Id, t))),
        new(
            "ISpacesApi.SetPreferenceAsync", "POST", $"/users/me/spaces/{Id}/preference", Wants.Nothing, """{"status":0,"unread":false}""",
            (c, t) => OfAsync(c.Spaces.SetPreferenceAsync(Id, new SpacePreference { IsPinned = true }, t))) { IsRepeated = true },
        new(
            "ISpacesApi.MarkReadAsync", "POST", $"/users/me/spaces/{Id}/markread", Wants.Nothing, "{}",
            (c, t) => OfAsync(c.Spaces.MarkReadAsync(Id, t))) { IsRepeated = true },

        new(
            "IInvitesApi.CreateSpaceAsync", "POST", "/spaces/invite", Wants.Page, Invited,
            (c, t) => OfAsync(c.Invites.CreateSpaceAsync(new NewSpace("A"), cancellationToken: t))),
        new(
            "IInvitesApi.InviteAsync", "POST", $"/spaces/{Id}/invite", Wants.Page, Invited,
            (c, t) => OfAsync(c.Invites.InviteAsync(Id, new Invitation { Invitees = [Invitee.ByEmail("a@b.c")] }, t))),
        new(
            "IInvitesApi.JoinAsync", "GET", $"/spaces/invites/{Id}/join", Wants.Item, $$"""{"topic":{{Space}}}""",
            (c, t) => OfAsync(c.Invites.JoinAsync(Id, cancellationToken: t))),

        new(
            "IMessagesApi.SendChatAsync", "POST", $"/spaces/{Id}/chats", Wants.Item, Message,
            (c, t) => OfAsync(c.Messages.SendChatAsync(Id, new NewChat("<p>hi</p>"), t))),
        new(
            "IMessagesApi.GetByReferenceAsync", "GET", $"/spaces/{Id}/messages/byref", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Messages.ListAsync(Id, cancellationToken: t))),
        new(
            "IMessagesApi.QueryAsync", "GET", $"/spaces/{Id}/messages/query", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Messages.QueryAsync(Id, new MessageQuery(), t))),
        new("IMessagesApi.GetAsync", "GET", $"/messages/{Id}", Wants.Item, Message, (c, t) => OfAsync(c.Messages.GetAsync(Id, t))),
        new(
            "IMessagesApi.EditAsync", "POST", $"/messages/{Id}", Wants.Item, Message,
            (c, t) => OfAsync(c.Messages.EditAsync(Id, new MessageEdit { BodyText = "x" }, t))),
        new(
            "IMessagesApi.DeleteAsync", "POST", "/messages/deletemessages", Wants.Nothing, "{}",
            (c, t) => OfAsync(c.Messages.DeleteAsync([Id], t))),
        new(
            "IMessagesApi.GetMineAsync", "GET", "/users/me/messages", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Messages.ListMineAsync([Id], cancellationToken: t))),
        new(
            "IMessagesApi.GetMyFilesAsync", "GET", "/users/me/attachments/natives", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Messages.ListMyFilesAsync(cancellationToken: t))),

        new(
            "IMessagesApi.GetPostsAsync", "GET", $"/spaces/{Id}/ideas", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Posts.ListAsync(Id, cancellationToken: t))),
        new(
            "IMessagesApi.CreatePostAsync", "POST", $"/spaces/{Id}/ideas", Wants.Item, Message,
            (c, t) => OfAsync(c.Posts.CreateAsync(Id, new NewPost("A"), cancellationToken: t))),
        new(
            "IMessagesApi.GetPostCommentsAsync", "GET", $"/ideas/{Id}/messages", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Posts.ListCommentsAsync(Id, cancellationToken: t))),
        new(
            "IMessagesApi.GetMyPostsAsync", "GET", "/users/me/ideas", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Posts.ListMineAsync(cancellationToken: t))),

        new(
            "IMessagesApi.GetTasksAsync", "GET", $"/spaces/{Id}/tasks", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Tasks.ListAsync(Id, cancellationToken: t))),
        new(
            "IMessagesApi.CreateTaskAsync", "POST", $"/spaces/{Id}/tasks", Wants.Item, Message,
            (c, t) => OfAsync(c.Tasks.CreateAsync(Id, new NewTask("A") { Assignees = [Id] }, notify: false, t))),
        new(
            "IMessagesApi.GetTaskCommentsAsync", "GET", $"/tasks/{Id}/messages", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Tasks.ListCommentsAsync(Id, cancellationToken: t))),
        new(
            "IMessagesApi.GetMyTasksAsync", "GET", "/users/me/tasks", Wants.Page, Data(Message),
            (c, t) => FirstAsync(c.Tasks.ListMineAsync(TaskState.Pending, cancellationToken: t))),

        new(
            "IMeetingsApi.GetAsync", "GET", $"/spaces/{Id}/meetings", Wants.Page, Data(Meeting),
            (c, t) => FirstAsync(c.Meetings.ListAsync(Id, cancellationToken: t))),
        new(
            "IMeetingsApi.GetActiveAsync", "GET", $"/spaces/{Id}/activemeeting", Wants.Item, Meeting,
            (c, t) => OfAsync(c.Meetings.GetActiveAsync(Id, t))),
        new(
            "IMeetingsApi.GetSessionAsync", "GET", $"/mediasessions/mpaas/token/{Id}", Wants.Item,
            """{"sessionId":"s","confId":"c","token":"t"}""", (c, t) => OfAsync(c.Meetings.GetSessionAsync(Id, t))),
        new(
            "IMeetingsApi.EndAsync", "POST", $"/spaces/{Id}/meetings/{Id}/end", Wants.Nothing, Meeting,
            (c, t) => OfAsync(c.Meetings.EndAsync(Id, Id, t))),
        new(
            "IMeetingsApi.MuteAllAsync", "POST", $"/spaces/{Id}/meetings/{Id}/muteall", Wants.Nothing, Meeting,
            (c, t) => OfAsync(c.Meetings.MuteAllAsync(Id, Id, cancellationToken: t))),
        new(
            "IMeetingsApi.StartRecordingAsync", "POST", $"/spaces/{Id}/meetings/{Id}/recordings", Wants.Nothing, Meeting,
            (c, t) => OfAsync(c.Meetings.StartRecordingAsync(Id, Id, t))),
        new(
            "IMeetingsApi.StopRecordingAsync", "POST", $"/spaces/{Id}/meetings/{Id}/recordings/{Id}/stop", Wants.Nothing, Meeting,
            (c, t) => OfAsync(c.Meetings.StopRecordingAsync(Id, Id, Id, t))),

        new(
            "IFilesApi.GetUploadAddressesAsync", "POST", "/files/getuploadurl", Wants.Page, Data(File),
            (c, t) => OfAsync(c.Files.UploadAsync("a.txt", "text/plain", 2, new MemoryStream("hi"u8.ToArray()), t))) { IsRepeated = true },
        new(
            "IFilesApi.GetDownloadAddressesAsync", "POST", "/files/getdownloadurl", Wants.Page, Data(File),
            (c, t) => OfAsync(c.Files.DownloadAsync("k", t))) { IsRepeated = true },

        new(
            "IAppsApi.DiscoverAsync",
            "POST",
            "/apps/spaces/discover",
            Wants.Anything,
            """{"isSpaceValidated":true,"isAppValidated":true,"channel":{"_id":"1","type":"topic"}}""",
            (c, t) => OfAsync(
                c.Apps.DiscoverAsync(
                    new Uri($"https://spaces.avayacloud.com/spaces/{Id}"), "66862e5f427b7cf325db", "1234", t))) { IsRepeated = true },
        new("IAppsApi.GetTokenInfoAsync", "GET", $"/apps/tokeninfo/sat/{SpaceToken}", Wants.Item,
            """{"authorizer":{"type":"user","_id":"1","display":"A"},"app":{"_id":"2","displayname":"Room","scope":"x","appId":"3","""
            + $$$""" "role":"member","targetId":"{{{Id}}}","targetType":"topic","expiry":"2026-11-22T09:00:00.000Z"}}""",
            (c, t) => OfAsync(c.Apps.GetTokenInfoAsync("sat", SpaceToken, t))),

        new(
            "IPlatformApi.CreateGuestPassAsync",
            "POST",
            "/anonymous/auth",
            Wants.Item,
            $$"""{"token":"{{GuestToken}}"}""",
            (c, t) => OfAsync(
                c.Platform.GetGuestPassAsync(new GuestRequest { DisplayName = "A" }, t))) { IsAnonymous = true, IsRepeated = true },
        new(
            "IPlatformApi.GetConfigurationsAsync", "GET", "/service-configurations", Wants.Anything,
            """{"spaces":{"server_url":"u"},"store":{},"accounts":{}}""",
            (c, t) => OfAsync(c.Platform.GetConfigurationsAsync(t))) { IsAnonymous = true },
        new(
            "IHealthApi.CheckAsync", "GET", "/health", Wants.Nothing, """{"status":"ok"}""",
            (c, t) => OfAsync(c.Platform.CheckHealthAsync(t))) { IsAnonymous = true },
    ];

    private static string Data(string item) => $$"""{"data":[{{item}}]}""";
}
