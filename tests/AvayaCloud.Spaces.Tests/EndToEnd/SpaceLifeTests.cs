namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>A space from its making to its end, seen by its admin, a member and a guest.</summary>
public sealed class SpaceLifeTests : IAsyncLifetime
{
    private SandboxUsers _cloud = null!;
    private SpacesClient _ada = null!;
    private SpacesClient _max = null!;
    private SpacesClient _gil = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloud = await SandboxUsers.StartAsync();
        (_ada, _max, _gil) = (await _cloud.OfAsync("admin"), await _cloud.OfAsync("member"), await _cloud.OfAsync("guest"));
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task A_space_is_created_joined_changed_pinned_read_archived_and_deleted()
    {
        var id = await NewAsync(Invitee.ByEmail(_cloud.Person("member").Username));
        var made = await _max.Spaces.GetAsync(id, cancellationToken: Token).ValueAsync();
        Assert.Equal(("Harbour & <b>plan</b>", SpaceRole.Member, SpaceKind.Group), (made.Title, made.Role, made.Kind));
        Assert.Equal(2, (await _max.Spaces.ListMembersAsync(id, size: 1, cancellationToken: Token).AllAsync()).Count);

        var change = new SpaceChange
        {
            Title = "Harbour",
            Restrictions = [],
            Settings = new SpaceSettings { Pin = "2468", PinRule = new PinRule { AllGuests = true } },
            Retention = new Retention { Type = "delete_after_days", Days = 30 },
        };
        var changed = await _ada.Spaces.ChangeAsync(id, change, Token).ValueAsync();
        Assert.Equal(
            ("Harbour", "2468", true, 30, "delete_after_days"),
            (
                changed.Title, changed.Settings!.Pin, changed.Settings.PinRule!.AllGuests, changed.Retention!.Days,
                changed.Retention.Type));
        Assert.Empty(changed.Restrictions);
        Assert.DoesNotContain("2468", $"{changed} {change}", StringComparison.Ordinal);
        Assert.Equal(SpacesErrorKind.Forbidden, (await _max.Spaces.ChangeAsync(id, change, Token)).Error?.Kind);

        Assert.Contains(
            "needs a password", (await _gil.Spaces.JoinAsync(id, cancellationToken: Token)).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("wrong", (await _gil.Spaces.JoinAsync(id, "1", Token)).Error!.Message, StringComparison.Ordinal);
        Assert.Equal(SpaceRole.Guest, (await _gil.Spaces.JoinAsync(id, "2468", Token).ValueAsync()).Role);

        await _max.Spaces.SetPreferenceAsync(id, new SpacePreference { IsPinned = true }, Token).ValueAsync();
        await _ada.Messages.SendChatAsync(id, new NewChat("<p>hi</p>"), Token).ValueAsync();
        Assert.Equal((true, true), await PinnedAndUnreadAsync(id));
        await _max.Spaces.MarkReadAsync(id, Token).ValueAsync();
        Assert.Equal((true, false), await PinnedAndUnreadAsync(id));

        await _ada.Spaces.ArchiveAsync(id, Token).ValueAsync();
        Assert.Equal(SpacesErrorKind.Forbidden, (await _max.Messages.SendChatAsync(id, new NewChat("<p>late</p>"), Token)).Error?.Kind);
        await _ada.Spaces.DeleteAsync(id, Token).ValueAsync();
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Spaces.GetAsync(id, cancellationToken: Token)).Error?.Kind);
    }

    [Fact]
    public async Task Roles_are_assigned_and_members_removed()
    {
        var id = await NewAsync();
        var max = (await _max.Users.GetMeAsync(Token).ValueAsync()).Id;
        var ada = (await _ada.Users.GetMeAsync(Token).ValueAsync()).Id;

        Assert.Equal(SpaceRole.Admin, (await _ada.Spaces.SetRoleAsync(id, max, SpaceRole.Admin, Token).ValueAsync()).Role);
        await _max.Spaces.RemoveAsync(id, ada, Token).ValueAsync();
        Assert.True((await _max.Spaces.RemoveAsync(id, max, Token)).Error is { Kind: SpacesErrorKind.Rejected, Status: 409 });
    }

    [Fact]
    public async Task An_accepted_invitation_gives_its_role()
    {
        var id = await NewAsync();
        var answer = await _ada.Invites.InviteAsync(
            id, new Invitation { Invitees = [Invitee.ByEmail("new.person@elsewhere.example", SpaceRole.Member)], SendEmail = false },
            Token).ValueAsync();

        Assert.Equal(id, answer.SpaceId);
        Assert.Contains("/spaces/invites/", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            SpaceRole.Member, (await _gil.Invites.JoinAsync(answer.Entries[0].InviteId!, cancellationToken: Token).ValueAsync()).Role);
        Assert.Equal(SpacesErrorKind.Rejected, (await _ada.Invites.InviteAsync(id, new Invitation(), Token)).Error?.Kind);
    }

    [Fact]
    public async Task Two_users_have_one_direct_space_and_each_has_a_room()
    {
        var max = (await _max.Users.GetMeAsync(Token).ValueAsync()).Id;
        var direct = await _ada.Spaces.GetDirectAsync(max, cancellationToken: Token).ValueAsync();
        var same = await _max.Spaces.GetDirectAsync(
            (await _ada.Users.GetMeAsync(Token).ValueAsync()).Id, cancellationToken: Token).ValueAsync();
        Assert.Equal((direct.Id, SpaceKind.Direct), (same.Id, same.Kind));
        Assert.Equal(
            SpacesErrorKind.Forbidden, (await _ada.Posts.CreateAsync(direct.Id, new NewPost("x"), cancellationToken: Token)).Error?.Kind);

        var room = await _ada.Users.GetPersonalRoomAsync(_cloud.Person("member").Username, Token).ValueAsync();
        Assert.Equal(SpaceKind.Personal, room.Kind);
        Assert.Contains(await _ada.Users.ListPeopleWithDirectAsync(cancellationToken: Token).AllAsync(), it => it.Id == max);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../users/me")]
    [InlineData("5f04251caa4a347af9946e06/chats")]
    [InlineData("a?b=c")]
    [InlineData("%2e%2e")]
    public async Task Text_that_cannot_be_an_id_is_not_found_and_nothing_is_sent(string id)
    {
        var before = _cloud.Server.Log.Requests.Count;
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Spaces.GetAsync(id, cancellationToken: Token)).Error?.Kind);
        Assert.Equal(SpacesErrorKind.NotFound, (await _ada.Spaces.DeleteAsync(id, Token)).Error?.Kind);
        Assert.Equal(before, _cloud.Server.Log.Requests.Count);
    }

    private async Task<string> NewAsync(params Invitee[] invitees) =>
        (
            await _ada.Invites.CreateSpaceAsync(
                new NewSpace("Harbour & <b>plan</b>") { Invitation = new Invitation { Invitees = invitees } },
                cancellationToken: Token).ValueAsync()).SpaceId;

    private async Task<(bool, bool)> PinnedAndUnreadAsync(string id)
    {
        var page = await _max.Spaces.GetPageAsync(new SpacesQuery(), Token).ValueAsync();
        var row = page.Items.Single(it => it.Id == id);
        return (row.IsPinned, row.IsUnread);
    }
}
