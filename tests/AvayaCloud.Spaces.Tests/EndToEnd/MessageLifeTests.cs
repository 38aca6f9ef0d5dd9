using System.Text;

namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>Messages, posts, tasks, comments, files and meetings.</summary>
public sealed class MessageLifeTests : IAsyncLifetime
{
    private SandboxUsers _cloud = null!;
    private SpacesClient _ada = null!;
    private string _space = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloud = await SandboxUsers.StartAsync();
        _ada = await _cloud.OfAsync("admin");
        _space = (await _ada.Invites.CreateSpaceAsync(new NewSpace("A"), cancellationToken: Token).ValueAsync()).SpaceId;
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Chats_posts_and_tasks_are_written_read_commented_edited_and_deleted()
    {
        var chat = await _ada.Messages.SendChatAsync(_space, new NewChat(MessageText.FromPlain("5 < 6 & \"so\"\non")), Token).ValueAsync();
        var post = await _ada.Posts.CreateAsync(_space, new NewPost("Title") { Html = "<p>Text</p>" }, notify: false, Token).ValueAsync();
        var me = (await _ada.Users.GetMeAsync(Token).ValueAsync()).Id;
        var due = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var task = await _ada.Tasks.CreateAsync(
            _space, new NewTask("Do it") { Assignees = [me], Due = due }, cancellationToken: Token).ValueAsync();
        var comment = await _ada.Messages.SendChatAsync(_space, new NewChat("<p>yes</p>") { CommentOn = post.Id }, Token).ValueAsync();

        Assert.Equal("<p>5 &lt; 6 &amp; &quot;so&quot;<br>on</p>", chat.Content!.BodyText);
        Assert.Equal((MessageCategory.Idea, "Title", "<p>Text</p>"), (post.Category, post.Content!.BodyText, post.Content.Description));
        Assert.Equal((due, TaskState.Pending), (task.Task!.Due, task.Task.State));
        Assert.Equal([me], task.Task.Assignees);
        Assert.Equal(post.Id, comment.Parent!.Id);
        Assert.Equal(
            [comment.Id, task.Id, post.Id, chat.Id],
            (await _ada.Messages.ListAsync(_space, size: 2, cancellationToken: Token).AllAsync()).Select(it => it.Id));
        Assert.Equal([post.Id], (await _ada.Posts.ListAsync(_space, cancellationToken: Token).AllAsync()).Select(it => it.Id));
        Assert.Equal([task.Id], (await _ada.Tasks.ListAsync(_space, cancellationToken: Token).AllAsync()).Select(it => it.Id));
        Assert.Equal([comment.Id], (await _ada.Posts.ListCommentsAsync(post.Id, cancellationToken: Token).AllAsync()).Select(it => it.Id));
        Assert.Contains(
            task.Id, (await _ada.Tasks.ListMineAsync(TaskState.Pending, cancellationToken: Token).AllAsync()).Select(it => it.Id));
        Assert.Equal(4, (await _ada.Messages.ListMineAsync([_space], cancellationToken: Token).AllAsync()).Count);
        Assert.Equal(
            [post.Id, task.Id, comment.Id],
            (
                await _ada.Messages.QueryAsync(
                    _space, new MessageQuery { Moment = chat.Created, Before = false, Size = 2 }, Token).AllAsync()).Select(it => it.Id));

        Assert.Equal(
            TaskState.Completed,
            (await _ada.Messages.EditAsync(task.Id, new MessageEdit { IsCompleted = true }, Token).ValueAsync()).Task!.State);
        Assert.Equal(
            "Title", (await _ada.Messages.EditAsync(post.Id, new MessageEdit { Description = "" }, Token).ValueAsync()).Content!.BodyText);
        await _ada.Messages.DeleteAsync([post.Id, chat.Id], Token).ValueAsync();
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Messages.GetAsync(comment.Id, Token)).Error?.Kind);
    }

    [Fact]
    public async Task A_file_is_uploaded_and_downloaded_unchanged_without_the_token()
    {
        var bytes = Enumerable.Range(0, 3 * 1024 * 1024).Select(it => (byte)(it * 31)).ToArray();
        var file = await _ada.Files.UploadAsync("plan ü.png", "image/png", bytes.Length, new MemoryStream(bytes), Token).ValueAsync();
        var message = await _ada.Messages.SendChatAsync(_space, new NewChat("<p>the plan</p>") { Files = [file] }, Token).ValueAsync();

        var shown = Assert.Single(message.Content!.Files);
        Assert.Equal(("plan ü.png", "image", bytes.Length), (shown.Name, shown.Kind, shown.Size));
        using var download = await _ada.Files.DownloadAsync(shown.FileKey!, Token).ValueAsync();
        using var back = new MemoryStream();
        await download.Content.CopyToAsync(back, Token);
        Assert.Equal(("image/png", bytes.Length), (download.MimeType, download.Size));
        Assert.True(bytes.AsSpan().SequenceEqual(back.ToArray()));
        // The storage refuses requests with a token, so its success proves that none was sent.
        await Eventually.TrueAsync(() => _cloud.Server.Log.Count("storage", "ok") == 2, Token);
        Assert.Contains(await _ada.Messages.ListMyFilesAsync(cancellationToken: Token).AllAsync(), it => it.Id == message.Id);
    }

    [Fact]
    public async Task An_upload_that_is_not_what_was_announced_is_refused()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("abc"));
        var outcome = await _ada.Files.UploadAsync("a.txt", "text/plain", 5, content, Token);
        Assert.NotNull(outcome.Error);
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Files.DownloadAsync("nothing", Token)).Error?.Kind);
    }

    [Fact]
    public async Task A_meeting_begins_is_recorded_and_ends()
    {
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Meetings.GetActiveAsync(_space, Token)).Error?.Kind);
        var session = await _ada.Meetings.GetSessionAsync(_space, Token).ValueAsync();
        Assert.DoesNotContain(session.Token!, session.ToString(), StringComparison.Ordinal);

        var meeting = await _ada.Meetings.GetActiveAsync(_space, Token).ValueAsync();
        Assert.Equal("Ada Admin", Assert.Single(meeting.Content!.Attendees).DisplayName);
        await _ada.Meetings.StartRecordingAsync(_space, meeting.Id, Token).ValueAsync();
        var recording = Assert.Single((await _ada.Meetings.GetActiveAsync(_space, Token).ValueAsync()).Content!.Recordings);
        await _ada.Meetings.StopRecordingAsync(_space, meeting.Id, recording.Id!, Token).ValueAsync();
        await _ada.Meetings.MuteAllAsync(_space, meeting.Id, cancellationToken: Token).ValueAsync();
        await _ada.Meetings.EndAsync(_space, meeting.Id, Token).ValueAsync();

        Assert.NotNull(Assert.Single(await _ada.Meetings.ListAsync(_space, cancellationToken: Token).AllAsync()).Content!.Ended);
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Meetings.GetActiveAsync(_space, Token)).Error?.Kind);
    }

    [Fact]
    public async Task Switches_colleagues_configurations_and_health()
    {
        var settings = await _ada.Users.GetSettingsAsync(Token).ValueAsync();
        Assert.False(settings.MuteAudio || settings.FilesAreForbidden);
        Assert.True(
            (await _ada.Users.ChangeSettingsAsync(settings.Id, new UserSettingsChange { MuteAudio = true }, Token).ValueAsync()).MuteAudio);

        var colleagues = await _ada.Users.ListColleaguesAsync("^colleague", size: 7, cancellationToken: Token).AllAsync();
        Assert.Equal(40, colleagues.Count);
        var emails = colleagues.Select(it => it.Username!).Concat(Enumerable.Range(0, 80).Select(it => $"stranger.{it}@example.com"));
        Assert.Equal(40, (await _ada.Users.FindColleaguesAsync(emails, Token).ValueAsync()).Count);
        Assert.Equal(3, _cloud.Server.Log.Count("api.users.me.colleaguesbulk"));
        Assert.Equal(colleagues[3].Id, (await _ada.Users.GetColleagueAsync(colleagues[3].Id, Token).ValueAsync()).Id);
        Assert.Equal(
            SpacesErrorKind.Forbidden, (await _ada.Users.BulkUpdateAsync([BulkOperation.Read("a@example.com")], Token)).Error?.Kind);

        Assert.StartsWith(
            "http", (await _ada.Platform.GetConfigurationsAsync(Token).ValueAsync()).Spaces!.SocketUrl, StringComparison.Ordinal);
        await _ada.Platform.CheckHealthAsync(Token).ValueAsync();
    }
}
