using AvayaCloud.Spaces.Tests.EndToEnd;

namespace AvayaCloud.Spaces.Tests.ServiceApps.Scopes;

/// <summary>The fifth row: spaces in another user's name [docs D/api/spaces/spaces_invite].</summary>
public sealed class ActAsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_space_belongs_to_the_user_that_the_app_acted_as()
    {
        await using var scene = await ScopeScene.OfAppAsync(SpaceRole.Member, "spaces.create.actas", "spaces.list");

        var id = (await scene.Client.Invites.CreateSpaceAsync(new NewSpace("Ada's"), ScopeScene.Ada, Cancellation).ValueAsync()).SpaceId;

        var space = await scene.Owner.Spaces.GetAsync(id, cancellationToken: Cancellation).ValueAsync();
        Assert.Equal((SpaceRole.Admin, scene.AdaId), (space.Role, space.CreatorId));
        Assert.Empty((await scene.Client.Spaces.GetPageAsync(new SpacesQuery(), Cancellation).ValueAsync()).Items);
    }

    [Theory]
    [InlineData("gil.guest@partner.example")] // another domain
    [InlineData("ada@home.example")] // hers, but of another domain
    [InlineData("nobody.at.all@example.com")]
    [InlineData("")]
    public async Task For_users_of_another_domain_and_for_unknown_ones_it_may_not_act(string email)
    {
        await using var scene = await ScopeScene.OfAppAsync(SpaceRole.Member, "spaces.create.actas");

        Assert.Equal(
            SpacesErrorKind.Forbidden,
            (await scene.Client.Invites.CreateSpaceAsync(new NewSpace("Theirs"), email, Cancellation)).Error?.Kind);
    }
}
