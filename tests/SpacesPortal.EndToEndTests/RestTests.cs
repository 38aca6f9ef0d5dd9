using AvayaCloud.Sandbox;
using AvayaCloud.Spaces;

namespace SpacesPortal.EndToEndTests;

/// <summary>A circuit whose tab nobody looks at, and one whose connection breaks. Both come back only to a session that goes on.</summary>
public sealed class RestTests(Chromium chromium, CircuitWorld world) : BrowserTests(chromium, world), IClassFixture<CircuitWorld>
{
    private const string List = "api.users.me.spaces";

    // Those of the tests before live on for a while.
    private readonly IReadOnlyCollection<SpacesClient> _before = world.Circuits.Clients;

    private IReadOnlyCollection<SpacesClient> Circuits => [.. world.Circuits.Clients.Except(_before)];

    // The page's five minutes; its other timers, and those of the connection, go on as they are.
    private const string FiveMinutesAreOver = """
        const later = window.setTimeout;
        window.setTimeout = (action, wait, ...rest) => later(action, wait === 300_000 ? 0 : wait, ...rest);
        """;

    [Fact]
    public async Task A_tab_that_nobody_looks_at_lets_its_circuit_go_and_takes_it_up_where_it_is_looked_at_again()
    {
        var visit = await CountingAsync("admin");
        await HideAsync(visit, hidden: true);
        await Eventually.TrueAsync(() => Circuits.Count == 0, Stop);
        await Expect(Banner(visit)).ToHaveAttributeAsync("data-state", "paused");
        await Expect(Banner(visit)).ToBeHiddenAsync();

        Sandbox.Faults.Clear();
        await HideAsync(visit, hidden: false);
        await Expect(visit.Spaces.Progress).ToContainTextAsync("found.");
        await Expect(Banner(visit)).ToBeHiddenAsync();
        Assert.Single(Circuits);
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task A_tab_that_is_looked_at_again_soon_keeps_its_circuit()
    {
        var visit = await CountingAsync("admin", hurry: false);
        var circuit = Assert.Single(Circuits);
        await HideAsync(visit, hidden: true);
        await HideAsync(visit, hidden: false);

        Sandbox.Faults.Clear();
        await Expect(visit.Spaces.Progress).ToContainTextAsync("found.");
        Assert.Same(circuit, Assert.Single(Circuits));
    }

    [Fact]
    public async Task A_circuit_at_rest_whose_session_has_ended_is_not_taken_up_again()
    {
        var visit = await CountingAsync("member", deaf: true);
        await HideAsync(visit, hidden: true);
        await Eventually.TrueAsync(() => Circuits.Count == 0, Stop);
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(new Uri(World.Portal, "/profile").AbsoluteUri);
        await new AccountMenu(other).SignOutAsync();
        await other.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/signed-out");

        await HideAsync(visit, hidden: false);
        await Expect(Banner(visit)).ToHaveAttributeAsync("data-state", "resume-failed");
        await Expect(Banner(visit)).ToContainTextAsync("Connection lost.");
        Assert.Empty(Circuits);
        await visit.Page.UnrouteAllAsync();
        await HideAsync(visit, hidden: false);
        await visit.ArriveAtPageAsync("/signed-out");
        // What it asked for was refused, and the browser notes that.
        visit.Forgive();
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_and_found_again_by_itself()
    {
        IWebSocketRoute? line = null;
        var visit = await CountingAsync(
            "admin", ready: page => page.RouteWebSocketAsync("**/_blazor**", route => (line = route).ConnectToServer()));
        await visit.Page.EvaluateAsync(
            "document.querySelector('#components-reconnect-modal').addEventListener('components-reconnect-state-changed', e => (window.seen ??= []).push(e.detail.state))");

        await line!.CloseAsync(new() { Code = 3000 });
        await Eventually.TrueAsync(
            async () => (await visit.Page.EvaluateAsync<string[]>("window.seen ?? []")).Contains("hide", StringComparer.Ordinal), Stop);
        Assert.Equal("show", (await visit.Page.EvaluateAsync<string[]>("window.seen"))[0]);
        await Expect(Banner(visit)).ToBeHiddenAsync();
        Sandbox.Faults.Clear();
        await Expect(visit.Spaces.Progress).ToContainTextAsync("found.");
        visit.Forgive();
    }

    [Fact]
    public async Task What_the_server_has_forgotten_is_loaded_anew_but_never_while_somebody_types()
    {
        var visit = await CountingAsync("admin");
        await visit.Spaces.Search.FocusAsync();
        await RejectAsync(visit);
        await Expect(Banner(visit)).ToContainTextAsync("The portal was restarted.");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.sameDocument === true"));

        Sandbox.Faults.Clear();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync();
        await Eventually.TrueAsync(async () => await visit.Page.EvaluateAsync<bool>("window.sameDocument === undefined"), Stop);
        await Expect(Banner(visit)).ToBeHiddenAsync();
    }

    private static ILocator Banner(Visit visit) => visit.Page.Locator("#components-reconnect-modal");

    private static async Task RejectAsync(Visit visit) => await Banner(visit).EvaluateAsync(
        "banner => banner.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }))");

    /// <summary>No headless browser hides a tab; to the page it looks like this.</summary>
    private static async Task HideAsync(Visit visit, bool hidden) => await visit.Page.EvaluateAsync("""
        hidden => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, hidden);

    /// <summary>Somebody whose list is still being counted, in a circuit. A deaf page does not hear of its session's end.</summary>
    private async Task<Visit> CountingAsync(string role, bool hurry = true, bool deaf = false, Func<IPage, Task>? ready = null)
    {
        var visit = await SignedInAsync(role, "/profile");
        if (hurry)
            await visit.Page.AddInitScriptAsync(FiveMinutesAreOver);
        if (deaf)
        {
            await visit.Page.RouteWebSocketAsync("**/session/channel**", _ => { });
            await visit.Page.RouteAsync("**/session/state", route => route.AbortAsync());
        }

        if (ready is not null)
            await ready(visit.Page);
        Sandbox.Faults.HoldResponse(List).Release();
        Sandbox.Faults.HoldResponse(List, SandboxFaults.Always);
        await visit.OpenAsync("/spaces");
        await Expect(visit.Spaces.Progress).ToContainTextAsync("Still looking");
        await Eventually.TrueAsync(() => Circuits.Count == 1, Stop);
        await visit.Page.EvaluateAsync("window.sameDocument = true");
        return visit;
    }
}
