using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>Avaya Cloud fails while a user works.</summary>
public abstract class OutageTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    protected async Task AssertErrorAndRecoveryAsync(string from, string address, string call, string panel)
    {
        var user = await SignInAsync("admin", from);
        Sandbox.Faults.Add(call, Fault.ServerError(), SandboxFaults.Always);
        await user.OpenAsync(address);

        var error = user.Page.GetByRole(AriaRole.Region, new() { Name = panel, Exact = true }).GetByRole(AriaRole.Alert);
        await Expect(error).ToContainTextAsync("Avaya Spaces can’t be reached");
        await Expect(user.Account.Button).ToContainTextAsync("Ada Admin");

        Sandbox.Faults.Clear();
        await user.Page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Expect(error).ToHaveCountAsync(0);
        await user.ArriveAsync(address);
        Assert.Equal(0, Sandbox.Log.Count("token.refresh"));
    }
}

// A portal each: after many failures it does not call Avaya Cloud for a while, and no link helps then.
public sealed class ProfileOutageTests(Chromium chromium, PortalFixture portal) : OutageTests(chromium, portal)
{
    [Fact]
    public Task A_profile_that_Avaya_does_not_return_shows_an_error_with_a_link_to_retry() =>
        AssertErrorAndRecoveryAsync("/spaces", "/profile", "/api/users/me", "Profile");

    [Fact]
    public async Task While_Avaya_responds_slowly_a_skeleton_is_shown()
    {
        var user = await SignInAsync("admin", "/spaces");
        var held = Sandbox.Faults.HoldResponse("/api/users/me", SandboxFaults.Always);
        await user.Page.GotoAsync(new Uri(Portal.Address, "/profile").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        // The name is the session's own, and does not wait for Avaya.
        await Expect(user.Profile.Name).ToHaveTextAsync("Ada Admin");
        await Expect(user.Page.Locator("[aria-busy=true]").First).ToBeVisibleAsync();

        held.Release();
        await Expect(user.Profile.Card("Contact")).ToContainTextAsync("ada.admin@example.com");
        await Expect(user.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }
}

public sealed class SpacesOutageTests(Chromium chromium, PortalFixture portal) : OutageTests(chromium, portal)
{
    [Fact]
    public Task A_list_that_Avaya_does_not_return_shows_an_error_with_a_link_to_retry() =>
        AssertErrorAndRecoveryAsync("/profile", "/spaces", "/api/users/me/spaces", "Your spaces");
}
