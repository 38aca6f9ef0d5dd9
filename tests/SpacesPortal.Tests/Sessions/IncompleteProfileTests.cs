using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Tests.Sessions;

/// <summary>
/// Signed in while the Spaces API was down: what the portal shows, and what stays closed until the API has named the user.
/// </summary>
public sealed class IncompleteProfileTests : IAsyncLifetime
{
    private static readonly TimeSpan UntilAskedAgain = TimeSpan.FromSeconds(16);

    private readonly FakeClock _clock = new();
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(_clock, new SandboxOptions());

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_user_is_greeted_and_no_page_offers_what_only_an_admin_has()
    {
        using var ada = await WithoutApiAsync(_portal.Ada);

        Assert.Contains("Hello, <bdi>Ada Admin</bdi>", await SlowTextAsync(ada, "/"), StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/profile", "/session", "/spaces" })
            Assert.DoesNotContain("Company admin", await SlowTextAsync(ada, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_API_is_back_the_admin_pages_and_the_session_list_are_complete()
    {
        using var ada = await WithoutApiAsync(_portal.Ada);
        _portal.Avaya.Faults.Clear();

        await Eventually.TrueAsync(async () =>
        {
            _clock.Advance(UntilAskedAgain);
            return (await TextAsync(ada, "/profile")).Contains("Company admin", StringComparison.Ordinal);
        }, TestContext.Current.CancellationToken);
        Assert.Matches("^[0-9a-f]{24}$", (await MeAsync(ada)).UserId);
        Assert.Contains("This browser", await TextAsync(ada, "/session"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_user_sees_or_ends_the_sessions_of_another_who_signed_in_without_the_API()
    {
        using var ada = await WithoutApiAsync(_portal.Ada);
        using var max = await WithoutApiAsync(_portal.Avaya.Users.Single(person => person.Role == "member"));

        Assert.Null((await MeAsync(max)).UserId);
        var page = await TextAsync(max, "/session");
        Assert.Contains("The list can’t be loaded right now.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var answer = await max.PostAsync("/signout-everywhere", Visitor.FieldsIn(page, "signout-everywhere"));

        Assert.Equal("/session?done=unknown", answer.Headers.Location?.OriginalString);
        Assert.Equal("Ada Admin", (await MeAsync(ada)).DisplayName);
    }

    [Fact]
    public async Task Where_the_sign_in_service_itself_is_down_the_page_says_so()
    {
        using var visitor = _portal.Visit();
        var callback = await visitor.AuthorizeAsync(_portal.Ada, "/profile");
        _portal.Avaya.Faults.Add("tokeninfo", Fault.ServerError());

        var page = await visitor.FollowAsync(await visitor.GetAsync(callback.PathAndQuery));

        Assert.Contains(
            "The sign-in service does not answer at the moment.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Visitor> WithoutApiAsync(DemoUser person)
    {
        _portal.Avaya.Faults.Clear();
        _portal.Avaya.Faults.Add("api", Fault.ServerError(), SandboxFaults.Always);
        return await _portal.VisitAsync(person);
    }

    /// <summary>For a page whose calls are retried by the fake clock.</summary>
    private async Task<string> SlowTextAsync(Visitor visitor, string address)
    {
        var page = TextAsync(visitor, address);
        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return page.IsCompleted;
        }, TestContext.Current.CancellationToken);
        return await page;
    }

    private static async Task<string> TextAsync(Visitor visitor, string address) =>
        await (await visitor.GetAsync(address)).Content.ReadAsStringAsync();

    private static async Task<Me> MeAsync(Visitor visitor) => (await (await visitor.GetAsync("/api/me")).Content.ReadFromJsonAsync<Me>())!;

    private sealed record Me(string? UserId, string DisplayName);
}
