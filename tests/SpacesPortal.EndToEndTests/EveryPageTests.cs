using System.Collections.Concurrent;
using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>What every page owes to everybody, in each of its states.</summary>
public sealed class EveryPageTests(
    Chromium chromium, EveryPageTests.KnownPeople world) : BrowserTests(chromium, world), IClassFixture<EveryPageTests.KnownPeople>
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Dark), (360, ColorScheme.Light)];

    public static TheoryData<string> Places => [.. Place.All.Select(place => place.Name)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task It_is_accessible_by_day_and_night_on_desk_and_phone_fits_in_320_pixels_and_has_a_way_out(string name)
    {
        var visit = await GoAsync(name);
        await AssertAccessibleAsync(visit.Page);

        await visit.Page.SetViewportSizeAsync(320, 640);
        var excess = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{excess} pixels too wide");
        await Expect(visit.Page.Locator("h1")).ToHaveCountAsync(1);
        Assert.NotEmpty(await visit.Page.TitleAsync());
        // ASVS 7.4.4
        if (Find(name).Role is not null)
            await visit.TabToAsync(visit.Account.Button);
    }

    private static Place Find(string name) => Place.All.Single(place => place.Name == name);

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

    private async Task<Visit> GoAsync(string name)
    {
        var place = Find(name);
        var visit = await VisitAsync(
            new() { StorageState = place.Role is null ? null : await world.StateOfAsync(place.Role, () => SignedInAsync(place.Role)) });
        if (place.Trouble is not null)
        {
            world.Forget(place.Role!);
            Sandbox.Faults.Add(place.Trouble, Fault.ServerError(), SandboxFaults.Always);
        }

        await visit.OpenAsync(place.Address);
        if (place.AtConsent)
        {
            await visit.Login.SignInAsync(World.Person("guest"));
            await Expect(visit.Consent.Accept).ToBeVisibleAsync();
        }

        return visit;
    }

    /// <summary>Everybody signs in once, and later visits begin with their cookies.</summary>
    public sealed class KnownPeople : World
    {
        private readonly ConcurrentDictionary<string, string> _states = new(StringComparer.Ordinal);

        public async Task<string> StateOfAsync(string role, Func<Task<Visit>> signInAsync)
        {
            if (!_states.TryGetValue(role, out var state))
                _states[role] = state = await (await signInAsync()).Context.StorageStateAsync();
            return state;
        }

        public void Forget(string role) => _states.TryRemove(role, out _);
    }
}
