using AvayaCloud.Sandbox;
using AvayaCloud.Spaces;
using SpacesPage = SpacesPortal.EndToEndTests.Pages.SpacesPage;

namespace SpacesPortal.EndToEndTests;

/// <summary>Tokens that last ten minutes, and lists so long that a circuit shows the progress of counting them.</summary>
public sealed class CircuitPortal : FakeTimePortal
{
    protected override SandboxOptions Options => new() { Spaces = 400, AccessTokenLifetime = TimeSpan.FromMinutes(10) };
}

/// <summary>
/// Circuits have neither cookie nor refresh token. Their calls to Avaya Cloud still work, with the right user's token.
/// </summary>
public sealed class CircuitTests(Chromium chromium, CircuitPortal portal) : BrowserTests<CircuitPortal>(chromium, portal)
{
    private const string List = "api.users.me.spaces";

    // A circuit without a token would wait for a clock that does not move.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Over_thirty_token_lifetimes_a_circuit_keeps_calling_and_its_page_can_be_reloaded()
    {
        var user = await SignInAsync("admin", "/profile");
        var circuit = Assert.Single(await OpenCircuitsAsync([user.Page]));
        Sandbox.Log.Clear();

        for (var life = 0; life < 30; life++)
        {
            Portal.Advance(TimeSpan.FromMinutes(11));
            Assert.Equal("Ada Admin", await NameAsync(circuit));
        }

        await user.Page.ReloadAsync();
        await Expect(user.Account.Button).ToContainTextAsync("Ada Admin");
        await Expect(user.Spaces.Rows).Not.ToHaveCountAsync(0);
        Assert.Equal((30, 0), (Sandbox.Log.Count("token.refresh"), Sandbox.Log.RefreshTokenReuses));
    }

    [Fact]
    public async Task Two_users_with_twenty_circuits_each_are_never_confused()
    {
        const int Each = 20;
        var (ada, max) = (await SignInAsync("admin", "/profile"), await SignInAsync("member", "/profile"));
        var adas = await OpenCircuitsAsync(await TabsAsync(ada, Each));
        var maxs = await OpenCircuitsAsync(await TabsAsync(max, Each));

        for (var life = 0; life < 3; life++)
        {
            Portal.Advance(TimeSpan.FromMinutes(11));
            // All at once, in turns: whatever they share is in use by both.
            var names = await Task.WhenAll(adas.Zip(maxs, (hers, his) => new[] { hers, his }).SelectMany(both => both).Select(NameAsync));
            Assert.All(names.Chunk(2), both => Assert.Equal(["Ada Admin", "Max Member"], both));
        }

        Assert.Equal(0, Sandbox.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task When_another_user_signs_in_the_pages_and_circuits_of_the_previous_one_end()
    {
        var user = await SignInAsync("admin", "/profile");
        var circuit = Assert.Single(await OpenCircuitsAsync([user.Page]));
        var other = await user.Context.NewPageAsync();
        // At Avaya Cloud another user signs in; the portal does not know.
        await user.Context.ClearCookiesAsync(new() { Domain = Sandbox.Address.Host });
        await other.GotoAsync(new Uri(Portal.Address, "/signin?again=true&returnUrl=%2Fprofile").AbsoluteUri);
        await new LoginPage(other).SignInAsync(Portal.User("member"));
        await new ConsentPage(other).AcceptAsync();

        await Expect(new ProfilePage(other).Name).ToHaveTextAsync("Max Member");
        // The earlier page reloads for the user who is signed in now.
        await user.ArriveAsync("/spaces");
        await Expect(user.Account.Button).ToContainTextAsync("Max Member");
        var refused = await circuit.Users.GetMeAsync(Stop).WaitAsync(Limit, Stop);
        Assert.Equal(SpacesErrorKind.SignInNeeded, refused.Error?.Kind);
    }

    private static async Task<string> NameAsync(SpacesClient client) =>
        Assert.IsType<SpacesOutcome<User>.Ok>(await client.Users.GetMeAsync(Stop).WaitAsync(Limit, Stop)).Value.DisplayName!;

    private static async Task<IReadOnlyList<IPage>> TabsAsync(BrowserUser user, int count)
    {
        var tabs = new List<IPage> { user.Page };
        while (tabs.Count < count)
            tabs.Add(await user.Context.NewPageAsync());
        return tabs;
    }

    /// <summary>Opens the list in each, as long as it is not complete; the circuits that this began.</summary>
    private async Task<IReadOnlyList<SpacesClient>> OpenCircuitsAsync(IReadOnlyList<IPage> tabs)
    {
        var before = Portal.Circuits.Clients;
        var first = Sandbox.Faults.HoldResponse(List);
        var second = Sandbox.Faults.HoldResponse(List);
        first.Release();
        foreach (var tab in tabs)
        {
            await tab.GotoAsync(new Uri(Portal.Address, "/spaces").AbsoluteUri);
            await Expect(new SpacesPage(tab).Progress).ToContainTextAsync("Still looking");
        }

        await Eventually.TrueAsync(() => Portal.Circuits.Clients.Except(before).Count() == tabs.Count, Stop);
        second.Release();
        foreach (var tab in tabs)
            await Expect(new SpacesPage(tab).Progress).ToContainTextAsync("found.");
        return [.. Portal.Circuits.Clients.Except(before)];
    }
}
