using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>A sandbox with very many spaces.</summary>
public sealed class ManySpacesPortal : PortalFixture
{
    protected override SandboxOptions Options => new() { Spaces = 1_300 };
}

public sealed class ManySpacesTests(Chromium chromium, ManySpacesPortal portal) : BrowserTests<ManySpacesPortal>(chromium, portal)
{
    private const string List = "api.users.me.spaces";

    [Fact]
    public async Task The_first_rows_are_shown_while_the_others_are_still_loading()
    {
        var user = await SignInAsync("admin", "/profile");
        var first = Sandbox.Faults.HoldResponse(List);
        var second = Sandbox.Faults.HoldResponse(List);
        var third = Sandbox.Faults.HoldResponse(List);

        // As the walk would see it: the page waits for the first answer, and for no other.
        first.Release();
        await user.OpenAsync("/spaces?size=10");
        await Expect(user.Spaces.Rows).ToHaveCountAsync(10);
        // Of a page of fifty some are archived, and no part of this list.
        await Expect(user.Spaces.Progress).ToContainTextAsync("Still looking: 47 found so far");

        second.Release();
        await Expect(user.Spaces.Progress).ToContainTextAsync("Still looking: 94 found so far");
        third.Release();
        await Expect(user.Spaces.Progress).ToContainTextAsync("All 1,214 found.");

        await user.Spaces.Progress.GetByRole(AriaRole.Link, new() { Name = "Show them" }).ClickAsync();
        await Expect(user.Spaces.Progress).ToHaveCountAsync(0);
        await Expect(user.Spaces.Range).ToContainTextAsync(" of 1,214");
    }

    [Fact]
    public async Task Every_space_can_be_reached_page_by_page()
    {
        var user = await SignInAsync("admin", "/profile");
        await user.FindAllSpacesAsync();
        await user.OpenAsync("/spaces?sort=title&size=100");

        var rows = await user.Spaces.Rows.CountAsync();
        var pages = 1;
        for (; await user.Spaces.Next.CountAsync() > 0; pages++)
        {
            await user.Spaces.Next.ClickAsync();
            await user.ArriveAsync($"/spaces?sort=title&page={pages + 1}&size=100");
            await Expect(user.Page.Locator("[aria-current=page]", new() { HasText = $"{pages + 1}" })).ToBeVisibleAsync();
            rows += await user.Spaces.Rows.CountAsync();
        }

        var active = await user.Spaces.Range.InnerTextAsync();
        Assert.EndsWith($"of {rows:N0}", active, StringComparison.Ordinal);
        await user.OpenAsync("/spaces?status=archived&size=100");
        Assert.Equal(1_300, rows + await user.Spaces.Rows.CountAsync());
    }

    [Fact]
    public async Task Any_page_can_be_opened_by_its_number()
    {
        var user = await SignInAsync("admin", "/profile");
        await user.FindAllSpacesAsync();
        await user.OpenAsync("/spaces");

        await user.Spaces.GoTo.FillAsync("17");
        await user.Spaces.GoTo.PressAsync("Enter");
        await user.ArriveAsync("/spaces?page=17");
        await Expect(user.Spaces.Range).ToContainTextAsync("401–425");

        await user.Page.Locator(".pages li.wide a").Last.ClickAsync();
        await Expect(user.Spaces.Next).ToHaveCountAsync(0);
    }
}
