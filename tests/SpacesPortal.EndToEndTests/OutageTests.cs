using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>Avaya Cloud fails while somebody is at work.</summary>
public abstract class OutageTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    protected async Task TroublePassesAsync(string from, string address, string call, string panel)
    {
        var visit = await SignedInAsync("admin", from);
        Sandbox.Faults.Add(call, Fault.ServerError(), SandboxFaults.Always);
        await visit.OpenAsync(address);

        var trouble = visit.Page.GetByRole(AriaRole.Region, new() { Name = panel, Exact = true }).GetByRole(AriaRole.Alert);
        await Expect(trouble).ToContainTextAsync("Avaya Spaces can’t be reached");
        await Expect(visit.Account.Button).ToContainTextAsync("Ada Admin");

        Sandbox.Faults.Clear();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Expect(trouble).ToHaveCountAsync(0);
        await visit.ArriveAsync(address);
        Assert.Equal(0, Sandbox.Log.Count("token.refresh"));
    }
}

// A world each: after many failures the portal leaves Avaya alone for a while, and no link helps then.
public sealed class ProfileOutageTests(Chromium chromium, World world) : OutageTests(chromium, world)
{
    [Fact]
    public Task A_profile_that_Avaya_does_not_answer_says_so_and_its_link_tries_again() =>
        TroublePassesAsync("/spaces", "/profile", "/api/users/me", "Profile");

    [Fact]
    public async Task While_Avaya_takes_its_time_a_skeleton_stands_where_the_profile_will()
    {
        var visit = await SignedInAsync("admin", "/spaces");
        var held = Sandbox.Faults.HoldResponse("/api/users/me", SandboxFaults.Always);
        await visit.Page.GotoAsync(new Uri(World.Portal, "/profile").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        // The name is the session's own, and does not wait for Avaya.
        await Expect(visit.Profile.Name).ToHaveTextAsync("Ada Admin");
        await Expect(visit.Page.Locator("[aria-busy=true]").First).ToBeVisibleAsync();

        held.Release();
        await Expect(visit.Profile.Card("Contact")).ToContainTextAsync("ada.admin@example.com");
        await Expect(visit.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }
}

public sealed class SpacesOutageTests(Chromium chromium, World world) : OutageTests(chromium, world)
{
    [Fact]
    public Task A_list_that_Avaya_does_not_answer_says_so_and_its_link_tries_again() =>
        TroublePassesAsync("/profile", "/spaces", "/api/users/me/spaces", "Your spaces");
}
