namespace SpacesPortal.EndToEnd;

public sealed class OutageTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    [Theory]
    [InlineData("/spaces", "/profile", "/api/users/me", "Profile")]
    [InlineData("/profile", "/spaces", "/api/users/me/spaces", "Your spaces")]
    public async Task A_page_that_Avaya_does_not_answer_says_so_and_its_link_tries_again(string first, string address, string call, string panel)
    {
        var visit = await SignedInAsync("admin", first);
        Sandbox.Faults.Next(call, Fault.ServerError(), SandboxFaults.Always);
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
