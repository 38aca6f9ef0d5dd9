using AvayaCloud.Sandbox;
using AvayaCloud.Spaces;

namespace SpacesPortal.EndToEndTests;

/// <summary>A circuit whose tab is hidden, and one whose connection breaks. Both resume only while the session goes on.</summary>
public sealed class RestTests(Chromium chromium, CircuitPortal portal) : BrowserTests<CircuitPortal>(chromium, portal)
{
    private const string List = "api.users.me.spaces";

    // Those of the tests before live on for a while.
    private readonly IReadOnlyCollection<SpacesClient> _before = portal.Circuits.Clients;

    private IReadOnlyCollection<SpacesClient> Circuits => [.. Portal.Circuits.Clients.Except(_before)];

    // The page's five minutes; its other timers, and those of the connection, go on as they are.
    private const string FiveMinutesAreOver = """
        const later = window.setTimeout;
        window.setTimeout = (action, wait, ...rest) => later(action, wait === 300_000 ? 0 : wait, ...rest);
        """;

    [Fact]
    public async Task A_hidden_tab_pauses_its_circuit_and_resumes_it_when_it_is_visible_again()
    {
        var user = await CountingAsync("admin");
        await HideAsync(user, hidden: true);
        await Eventually.TrueAsync(() => Circuits.Count == 0, Stop);
        await Expect(Banner(user)).ToHaveAttributeAsync("data-state", "paused");
        await Expect(Banner(user)).ToBeHiddenAsync();

        Sandbox.Faults.Clear();
        await HideAsync(user, hidden: false);
        await Expect(user.Spaces.Progress).ToContainTextAsync("found.");
        await Expect(Banner(user)).ToBeHiddenAsync();
        Assert.Single(Circuits);
        Assert.True(await user.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task A_tab_that_is_soon_visible_again_keeps_its_circuit()
    {
        var user = await CountingAsync("admin", hurry: false);
        var circuit = Assert.Single(Circuits);
        await HideAsync(user, hidden: true);
        await HideAsync(user, hidden: false);

        Sandbox.Faults.Clear();
        await Expect(user.Spaces.Progress).ToContainTextAsync("found.");
        Assert.Same(circuit, Assert.Single(Circuits));
    }

    [Fact]
    public async Task A_paused_circuit_whose_session_has_ended_does_not_resume()
    {
        var user = await CountingAsync("member", deaf: true);
        await HideAsync(user, hidden: true);
        await Eventually.TrueAsync(() => Circuits.Count == 0, Stop);
        var other = await user.Context.NewPageAsync();
        await other.GotoAsync(new Uri(Portal.Address, "/profile").AbsoluteUri);
        await new AccountMenu(other).SignOutAsync();
        await other.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/signed-out");

        await HideAsync(user, hidden: false);
        await Expect(Banner(user)).ToHaveAttributeAsync("data-state", "resume-failed");
        await Expect(Banner(user)).ToContainTextAsync("Connection lost.");
        Assert.Empty(Circuits);
        await user.Page.UnrouteAllAsync();
        await HideAsync(user, hidden: false);
        await user.ArriveAtPageAsync("/signed-out");
        // Its request was refused, and the browser logs that.
        user.ClearErrors();
    }

    [Fact]
    public async Task A_broken_connection_is_reported_and_reopened_automatically()
    {
        IWebSocketRoute? line = null;
        var user = await CountingAsync(
            "admin", ready: page => page.RouteWebSocketAsync("**/_blazor**", route => (line = route).ConnectToServer()));
        await user.Page.EvaluateAsync(
            "document.querySelector('#components-reconnect-modal').addEventListener('components-reconnect-state-changed', e => (window.seen ??= []).push(e.detail.state))");

        await line!.CloseAsync(new() { Code = 3000 });
        await Eventually.TrueAsync(
            async () => (await user.Page.EvaluateAsync<string[]>("window.seen ?? []")).Contains("hide", StringComparer.Ordinal), Stop);
        Assert.Equal("show", (await user.Page.EvaluateAsync<string[]>("window.seen"))[0]);
        await Expect(Banner(user)).ToBeHiddenAsync();
        Sandbox.Faults.Clear();
        await Expect(user.Spaces.Progress).ToContainTextAsync("found.");
        user.ClearErrors();
    }

    [Fact]
    public async Task A_page_that_the_server_has_forgotten_reloads_but_never_while_the_user_types()
    {
        var user = await CountingAsync("admin");
        await user.Spaces.Search.FocusAsync();
        await RejectAsync(user);
        await Expect(Banner(user)).ToContainTextAsync("The portal was restarted.");
        Assert.True(await user.Page.EvaluateAsync<bool>("window.sameDocument === true"));

        Sandbox.Faults.Clear();
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync();
        await Eventually.TrueAsync(async () => await user.Page.EvaluateAsync<bool>("window.sameDocument === undefined"), Stop);
        await Expect(Banner(user)).ToBeHiddenAsync();
    }

    private static ILocator Banner(BrowserUser user) => user.Page.Locator("#components-reconnect-modal");

    private static async Task RejectAsync(BrowserUser user) => await Banner(user).EvaluateAsync(
        "banner => banner.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }))");

    /// <summary>No headless browser hides a tab; to the page it looks like this.</summary>
    private static async Task HideAsync(BrowserUser user, bool hidden) => await user.Page.EvaluateAsync("""
        hidden => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, hidden);

    /// <summary>A user whose list is still loading, in a circuit. A page without a channel is not notified of the end.</summary>
    private async Task<BrowserUser> CountingAsync(string role, bool hurry = true, bool deaf = false, Func<IPage, Task>? ready = null)
    {
        var user = await SignInAsync(role, "/profile");
        if (hurry)
            await user.Page.AddInitScriptAsync(FiveMinutesAreOver);
        if (deaf)
        {
            await user.Page.RouteWebSocketAsync("**/session/channel**", _ => { });
            await user.Page.RouteAsync("**/session/state", route => route.AbortAsync());
        }

        if (ready is not null)
            await ready(user.Page);
        Sandbox.Faults.HoldResponse(List).Release();
        Sandbox.Faults.HoldResponse(List, SandboxFaults.Always);
        await user.OpenAsync("/spaces");
        await Expect(user.Spaces.Progress).ToContainTextAsync("Still looking");
        await Eventually.TrueAsync(() => Circuits.Count == 1, Stop);
        await user.Page.EvaluateAsync("window.sameDocument = true");
        return user;
    }
}
