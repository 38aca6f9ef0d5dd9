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
    public Task A_profile_that_Avaya_does_not_answer_says_so_and_its_link_tries_again() =>
        AssertErrorAndRecoveryAsync("/spaces", "/profile", "/api/users/me", "Profile");

    [Fact]
    public async Task While_Avaya_takes_its_time_a_skeleton_stands_where_the_profile_will()
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
    public Task A_list_that_Avaya_does_not_answer_says_so_and_its_link_tries_again() =>
        AssertErrorAndRecoveryAsync("/profile", "/spaces", "/api/users/me/spaces", "Your spaces");
}
