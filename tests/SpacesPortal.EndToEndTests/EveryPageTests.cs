using System.Collections.Concurrent;
using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>What every page must do, in each of its states.</summary>
public sealed class EveryPageTests(
    Chromium chromium, EveryPageTests.SignedInUsers portal) : BrowserTests<EveryPageTests.SignedInUsers>(chromium, portal)
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Dark), (360, ColorScheme.Light)];

    public static TheoryData<string> States => [.. PageState.All.Select(state => state.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task It_is_accessible_in_light_and_dark_on_desktop_and_phone_fits_320_pixels_and_can_sign_out(string name)
    {
        var user = await GoAsync(name);
        await AssertAccessibleAsync(user.Page);

        await user.Page.SetViewportSizeAsync(320, 640);
        var excess = await user.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{excess} pixels too wide");
        await Expect(user.Page.Locator("h1")).ToHaveCountAsync(1);
        Assert.NotEmpty(await user.Page.TitleAsync());
        // ASVS 7.4.4
        if (Find(name).Role is not null)
            await user.TabToAsync(user.Account.Button);
    }

    private static PageState Find(string name) => PageState.All.Single(state => state.Name == name);

    private static async Task AssertAccessibleAsync(IPage page)
    {
        List<string> violations = [];
        await Axe.LoadAsync(page);
        foreach (var (width, scheme) in Looks)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            violations.AddRange((await Axe.FindViolationsAsync(page)).Select(violation => $"{scheme} at {width}: {violation}"));
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    private async Task<BrowserUser> GoAsync(string name)
    {
        var state = Find(name);
        var user = await OpenBrowserAsync(
            new() { StorageState = state.Role is null ? null : await Portal.StateOfAsync(state.Role, () => SignInAsync(state.Role)) });
        if (state.FailingCall is not null)
        {
            Portal.Forget(state.Role!);
            Sandbox.Faults.Add(state.FailingCall, Fault.ServerError(), SandboxFaults.Always);
        }

        await user.OpenAsync(state.Address);
        if (state.AtConsent)
        {
            await user.Login.SignInAsync(Portal.User("guest"));
            await Expect(user.Consent.Accept).ToBeVisibleAsync();
        }

        return user;
    }

    /// <summary>Each user signs in once; later browsers start with their cookies.</summary>
    public sealed class SignedInUsers : PortalFixture
    {
        private readonly ConcurrentDictionary<string, string> _states = new(StringComparer.Ordinal);

        public async Task<string> StateOfAsync(string role, Func<Task<BrowserUser>> signInAsync)
        {
            if (!_states.TryGetValue(role, out var state))
                _states[role] = state = await (await signInAsync()).Context.StorageStateAsync();
            return state;
        }

        public void Forget(string role) => _states.TryRemove(role, out _);
    }
}
