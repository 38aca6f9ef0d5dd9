using AvayaCloud.Spaces.Tests.Live;

namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>Users without an account join as guests and own nothing [wire 3.1, 6].</summary>
public sealed class GuestTests : IAsyncLifetime
{
    private LiveSandbox _world = null!;
    private LiveUser _ada = null!;
    private GuestPass _pass = null!;
    private LiveUser _guest = null!;
    private string _space = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await LiveSandbox.StartAsync();
        _ada = await _world.ConnectAsync("admin");
        _space = await LiveSandbox.SpaceAsync(_ada, "max.member@example.com");
        _pass = await _world.Anonymous.Platform.GetGuestPassAsync(
            new GuestRequest { DisplayName = "Zoë", Username = "ada.admin@example.com" }, Cancellation).ValueAsync();
        _guest = _world.Connect(_pass);
    }

    public async ValueTask DisposeAsync()
    {
        await _guest.DisposeAsync();
        await _ada.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_guest_joins_as_a_guest_and_chats()
    {
        await _ada.Client.Messages.SendChatAsync(_space, new NewChat("before"), Cancellation).ValueAsync();

        var space = await _guest.Client.Spaces.JoinAsync(_space, cancellationToken: Cancellation).ValueAsync();
        var said = await _guest.Client.Messages.SendChatAsync(_space, new NewChat("hi"), Cancellation).ValueAsync();

        Assert.Equal(SpaceRole.Guest, space.Role);
        Assert.Equal(("Zoë", "anonymous"), (said.Sender!.DisplayName, said.Sender.Type));
        Assert.Equal(
            "hi",
            Assert.Single(await _guest.Client.Messages.ListAsync(_space, cancellationToken: Cancellation).AllAsync()).Content!.BodyText);
        var member = (
            await _ada.Client.Spaces.ListMembersAsync(
                _space, cancellationToken: Cancellation).AllAsync()).Single(it => it.DisplayName == "Zoë");
        Assert.Equal((SpaceRole.Guest, "anonymousId"), (member.Role, member.Type));
    }

    [Fact]
    public async Task A_guest_owns_no_space_and_gets_no_other_role()
    {
        await _guest.Client.Spaces.JoinAsync(_space, cancellationToken: Cancellation).ValueAsync();
        var (me, ada) = (
            await _guest.Client.Users.GetMeAsync(Cancellation).ValueAsync(), await _ada.Client.Users.GetMeAsync(Cancellation).ValueAsync());

        Assert.Equal(
            SpacesErrorKind.Forbidden,
            (await _guest.Client.Invites.CreateSpaceAsync(new NewSpace("Mine"), cancellationToken: Cancellation)).Error?.Kind);
        Assert.Equal(
            SpacesErrorKind.Forbidden, (await _guest.Client.Spaces.GetDirectAsync(ada.Id, cancellationToken: Cancellation)).Error?.Kind);
        Assert.Equal(
            SpacesErrorKind.Forbidden,
            (await _guest.Client.Spaces.ChangeAsync(_space, new SpaceChange { Title = "Mine" }, Cancellation)).Error?.Kind);
        Assert.Equal(
            SpacesErrorKind.Rejected, (await _ada.Client.Spaces.SetRoleAsync(_space, me.Id, SpaceRole.Member, Cancellation)).Error?.Kind);
    }

    [Fact]
    public async Task A_direct_space_with_a_guest_needs_the_guest_to_be_connected()
    {
        await _guest.Client.Spaces.JoinAsync(_space, cancellationToken: Cancellation).ValueAsync();
        var me = await _guest.Client.Users.GetMeAsync(Cancellation).ValueAsync();

        Assert.Equal(
            SpacesErrorKind.Forbidden, (await _ada.Client.Spaces.GetDirectAsync(me.Id, isAnonymous: true, Cancellation)).Error?.Kind);
        await _guest.SubscribeAsync(_space);
        Assert.Equal(
            SpacesErrorKind.NotFound, (await _ada.Client.Spaces.GetDirectAsync(me.Id, isAnonymous: false, Cancellation)).Error?.Kind);
        var direct = await _ada.Client.Spaces.GetDirectAsync(me.Id, isAnonymous: true, Cancellation).ValueAsync();

        Assert.Equal(SpaceKind.Direct, direct.Kind);
        await _guest.Client.Messages.SendChatAsync(direct.Id, new NewChat("psst"), Cancellation).ValueAsync();
    }

    [Fact]
    public async Task The_socket_shows_a_guest_as_a_guest()
    {
        await _guest.Client.Spaces.JoinAsync(_space, cancellationToken: Cancellation).ValueAsync();
        await _ada.SubscribeAsync(_space);
        await _guest.SubscribeAsync(_space);

        await _guest.Live.AnnounceAsync(_space, cancellationToken: Cancellation);

        var person = (await _ada.NextAsync<LiveEvent.Present>()).Participant;
        Assert.Equal(("Zoë", "anonymous"), (person.DisplayName, person.Type));
    }

    [Fact]
    public async Task A_pass_reveals_its_token_only_on_request()
    {
        Assert.DoesNotContain(_pass.Token, $"{_pass} {new SpacesOutcome<GuestPass>.Ok(_pass)}", StringComparison.Ordinal);
        Assert.All(_world.Logs.Lines(), it => Assert.DoesNotContain(_pass.Token, it, StringComparison.Ordinal));
        Assert.Equal(SpacesErrorKind.SignInNeeded, (await _world.Anonymous.Users.GetMeAsync(Cancellation)).Error?.Kind);
    }
}
