using AvayaCloud.Sandbox;

namespace AvayaCloud.Spaces.Tests;

/// <summary>Client and sandbox share no model: each holds the other to the wire contract.</summary>
public sealed class SandboxTests : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Spaces = 130 });

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [InlineData("admin")]
    [InlineData("member")]
    [InlineData("guest")]
    [InlineData("unnamed")]
    [InlineData("hostile")]
    public async Task Every_demo_user_can_be_read(string role)
    {
        var (host, person) = await SignInAsync(role);
        await using (host)
        {
            var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

            var user = Assert.IsType<SpacesOutcome<User>.Ok>(outcome).Value;
            Assert.Equal(24, user.Id.Length);
            Assert.NotNull(user.IdentityId);
            if (role is not ("unnamed" or "hostile"))
                Assert.Equal(person.DisplayName, user.DisplayName);
        }
    }

    [Fact]
    public async Task Every_space_is_listed_once_in_the_fewest_calls()
    {
        var (host, _) = await SignInAsync("admin");
        await using (host)
        {
            var spaces = new List<Space>();
            var everything = new SpacesQuery { Kinds = SpaceKinds.All, Status = SpaceStatus.Any };
            await foreach (var outcome in host.Client.Spaces.ListAsync(everything, TestContext.Current.CancellationToken))
                spaces.AddRange(Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(outcome).Value.Items);

            Assert.Equal(130, spaces.DistinctBy(space => space.Id).Count());
            Assert.Equal(130, spaces.Count);
            Assert.InRange(_sandbox.Log.Count("api.users.me.spaces"), 3, 4);
            Assert.Equal([SpaceKind.Group, SpaceKind.Direct, SpaceKind.Personal], spaces.Select(space => space.Kind).Distinct().Order());
            Assert.Contains(spaces, space => space.IsArchived);
            Assert.Contains(spaces, space => space.IsPinned);
            Assert.Contains(spaces, space => space.IsUnread);
            Assert.All(
                spaces, space => Assert.True(space.Role != SpaceRole.Unknown && space.MemberCount > 0 && space.Modified is not null));
        }
    }

    [Fact]
    public async Task A_literal_search_finds_what_looks_like_an_expression()
    {
        var (host, _) = await SignInAsync("hostile");
        await using (host)
        {
            var query = new SpacesQuery { Search = SpacesSearch.Literal("(") };

            var page = Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(
                await host.Client.Spaces.GetPageAsync(query, TestContext.Current.CancellationToken)).Value;

            Assert.All(page.Items, space => Assert.Contains('(', space.Title!));
        }
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_once_and_a_revoked_session_needs_a_sign_in()
    {
        var (host, person) = await SignInAsync("member");
        await using (host)
        {
            var second = await SandboxTokens.SignInAsync(_sandbox, person);
            _sandbox.Tokens.ExpireAccessTokens(person.Username);
            host.Tokens.Next = await SandboxTokens.SignInAsync(_sandbox, person);
            Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken));

            _sandbox.Tokens.RevokeSession(person.Username);
            host.Tokens.Next = second;
            Assert.Equal(
                SpacesErrorKind.SignInNeeded, (await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).Error?.Kind);
        }
    }

    private async Task<(ClientHost Host, DemoUser Person)> SignInAsync(string role)
    {
        var person = _sandbox.Users.Single(person => person.Role == role);
        var host = new ClientHost(new Uri(_sandbox.Address, "/api"));
        host.Tokens.Current = await SandboxTokens.SignInAsync(_sandbox, person);
        return (host, person);
    }
}
