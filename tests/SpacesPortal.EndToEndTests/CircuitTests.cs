using AvayaCloud.Sandbox;
using AvayaCloud.Spaces;
using SpacesPage = SpacesPortal.EndToEndTests.Pages.SpacesPage;

namespace SpacesPortal.EndToEndTests;

/// <summary>Tokens that last ten minutes, and lists long enough that somebody counts along in a circuit.</summary>
public sealed class CircuitWorld : Hourglass
{
    protected override SandboxOptions Options => new() { Spaces = 400, AccessTokenLifetime = TimeSpan.FromMinutes(10) };
}

/// <summary>
/// Circuits have neither cookie nor refresh token. What they ask of Avaya stays possible, and is asked in the right name.
/// </summary>
public sealed class CircuitTests(Chromium chromium, CircuitWorld world) : BrowserTests(chromium, world), IClassFixture<CircuitWorld>
{
    private const string List = "api.users.me.spaces";

    // A circuit that nobody gives a token would wait for a clock that stands still.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Over_thirty_lives_of_its_token_a_circuit_goes_on_asking_and_its_page_can_be_loaded_again()
    {
        var visit = await SignedInAsync("admin", "/profile");
        var circuit = Assert.Single(await OpenCircuitsAsync([visit.Page]));
        Sandbox.Log.Clear();

        for (var life = 0; life < 30; life++)
        {
            world.Pass(TimeSpan.FromMinutes(11));
            Assert.Equal("Ada Admin", await NameAsync(circuit));
        }

        await visit.Page.ReloadAsync();
        await Expect(visit.Account.Button).ToContainTextAsync("Ada Admin");
        await Expect(visit.Spaces.Rows).Not.ToHaveCountAsync(0);
        Assert.Equal((30, 0), (Sandbox.Log.Count("token.refresh"), Sandbox.Log.RefreshTokenReuses));
    }

    [Fact]
    public async Task Two_people_with_twenty_circuits_each_are_never_taken_for_one_another()
    {
        const int Each = 20;
        var (ada, max) = (await SignedInAsync("admin", "/profile"), await SignedInAsync("member", "/profile"));
        var adas = await OpenCircuitsAsync(await TabsAsync(ada, Each));
        var maxs = await OpenCircuitsAsync(await TabsAsync(max, Each));

        for (var life = 0; life < 3; life++)
        {
            world.Pass(TimeSpan.FromMinutes(11));
            // All at once, in turns: whatever they share is in use by both.
            var names = await Task.WhenAll(adas.Zip(maxs, (hers, his) => new[] { hers, his }).SelectMany(both => both).Select(NameAsync));
            Assert.All(names.Chunk(2), both => Assert.Equal(["Ada Admin", "Max Member"], both));
        }

        Assert.Equal(0, Sandbox.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task When_another_person_signs_in_the_pages_and_circuits_of_the_one_before_are_over()
    {
        var visit = await SignedInAsync("admin", "/profile");
        var circuit = Assert.Single(await OpenCircuitsAsync([visit.Page]));
        var other = await visit.Context.NewPageAsync();
        // At Avaya Cloud somebody else has the browser now; the portal has not been told.
        await visit.Context.ClearCookiesAsync(new() { Domain = Sandbox.Address.Host });
        await other.GotoAsync(new Uri(World.Portal, "/signin?again=true&returnUrl=%2Fprofile").AbsoluteUri);
        await new LoginPage(other).SignInAsync(World.Person("member"));
        await new ConsentPage(other).AcceptAsync();

        await Expect(new ProfilePage(other).Name).ToHaveTextAsync("Max Member");
        // The page before is loaded anew, for whom the browser belongs to now.
        await visit.ArriveAsync("/spaces");
        await Expect(visit.Account.Button).ToContainTextAsync("Max Member");
        var refused = await circuit.Users.GetMeAsync(Stop).WaitAsync(Limit, Stop);
        Assert.Equal(SpacesErrorKind.SignInNeeded, refused.Error?.Kind);
    }

    private static async Task<string> NameAsync(SpacesClient client) =>
        Assert.IsType<SpacesOutcome<User>.Ok>(await client.Users.GetMeAsync(Stop).WaitAsync(Limit, Stop)).Value.DisplayName!;

    private static async Task<IReadOnlyList<IPage>> TabsAsync(Visit visit, int count)
    {
        var tabs = new List<IPage> { visit.Page };
        while (tabs.Count < count)
            tabs.Add(await visit.Context.NewPageAsync());
        return tabs;
    }

    /// <summary>Opens the list in each, as long as it is not complete; the circuits that this began.</summary>
    private async Task<IReadOnlyList<SpacesClient>> OpenCircuitsAsync(IReadOnlyList<IPage> tabs)
    {
        var before = world.Circuits.Clients;
        var first = Sandbox.Faults.HoldResponse(List);
        var second = Sandbox.Faults.HoldResponse(List);
        first.Release();
        foreach (var tab in tabs)
        {
            await tab.GotoAsync(new Uri(World.Portal, "/spaces").AbsoluteUri);
            await Expect(new SpacesPage(tab).Progress).ToContainTextAsync("Still looking");
        }

        await Eventually.TrueAsync(() => world.Circuits.Clients.Except(before).Count() == tabs.Count, Stop);
        second.Release();
        foreach (var tab in tabs)
            await Expect(new SpacesPage(tab).Progress).ToContainTextAsync("found.");
        return [.. world.Circuits.Clients.Except(before)];
    }
}
