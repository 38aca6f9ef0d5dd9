using System.Globalization;

namespace SpacesPortal.EndToEndTests;

/// <summary>Two users in two browsers, on two replicas, in a space that both are members of.</summary>
public sealed class OpenSpaceTests(
    Chromium chromium, TwoReplicasPortal portal, ITestOutputHelper output) : BrowserTests<TwoReplicasPortal>(chromium, portal)
{
    private const string Hiring = "/spaces/09a949bb782590bc8f403756";
    private const string Legal = "62fbc13beb2cb0b311417755";

    [Fact]
    public async Task A_message_is_seen_by_the_other_user_once_and_without_a_reload()
    {
        var (ada, max) = await OpenBothAsync();
        await max.Space.Text.FillAsync("a draft of Max");

        foreach (var text in new[] { "first of Ada", "second of Ada" })
        {
            await ada.Space.SendAsync(text);
            var sent = await ada.Page.EvaluateAsync<double>("() => Date.now()");
            await Expect(max.Space.Message(text)).ToHaveCountAsync(1);
            var seen = await max.Page.EvaluateAsync<double>("() => Date.now()");
            // The bar is a second; for reading, not for failing.
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seen {seen - sent:0} ms after the click"));
            await Expect(ada.Space.Message(text)).ToHaveCountAsync(1);
            await Expect(ada.Space.Text).ToHaveValueAsync("");
        }

        // The page was refreshed in place: what the other user is writing stays, with its focus.
        await Expect(max.Space.Text).ToHaveValueAsync("a draft of Max");
        await Expect(max.Space.Text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Presence_and_typing_are_shown()
    {
        var (ada, max) = await OpenBothAsync();

        await Expect(ada.Space.Live).ToContainTextAsync("Here now: Max Member");
        await max.Space.Text.PressSequentiallyAsync("hello");
        await Expect(ada.Space.Live).ToContainTextAsync("Max Member is writing");
    }

    [Fact]
    public async Task An_edited_and_a_deleted_message_change_in_the_open_page_of_the_other_user()
    {
        var (ada, max) = await OpenBothAsync();
        await ada.Space.SendAsync("with a mistake");
        await Expect(max.Space.Message("with a mistake")).ToHaveCountAsync(1);

        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).Last.ClickAsync();
        await ada.Page.Locator("#edited-text").FillAsync("without it");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(max.Space.Message("without it")).ToHaveCountAsync(1);
        await Expect(max.Space.Message("with a mistake")).ToHaveCountAsync(0);

        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).Last.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(max.Space.Message("without it")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Tabs_of_a_session_share_one_connection_which_ends_with_the_last()
    {
        var user = await SignInAsync("admin", $"/spaces/{Legal}");
        await user.Space.ConnectAsync();
        var other = await user.Context.NewPageAsync();
        await other.GotoAsync(user.Page.Url);
        await new SpacePage(other).ConnectAsync();
        Assert.Equal(1, Sandbox.Sockets.Listening(Legal));

        await user.Space.SendAsync("to both tabs");
        await Expect(new SpacePage(other).Message("to both tabs")).ToHaveCountAsync(1);
        await other.GotoAsync(new Uri(Portal.Address, "/profile").AbsoluteUri);
        await user.OpenAsync("/profile");
        await Eventually.TrueAsync(() => Sandbox.Sockets.Listening(Legal) == 0, Stop);
    }

    private async Task<(BrowserUser Ada, BrowserUser Max)> OpenBothAsync()
    {
        var ada = await SignInAsync("admin", Hiring);
        var max = await SignInAsync("member", "/profile");
        // A port is no other site: the browser has one cookie for both replicas.
        await max.Page.GotoAsync(new Uri(Portal.SecondAddress, Hiring).AbsoluteUri);
        await ada.Space.ConnectAsync();
        await max.Space.ConnectAsync();
        return (ada, max);
    }
}
