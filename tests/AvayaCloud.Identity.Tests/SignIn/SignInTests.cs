using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.WebUtilities;
namespace AvayaCloud.Identity.Tests.SignIn;

public sealed class SignInTests : HostTest
{
    [Fact]
    public async Task A_sign_in_ends_on_the_page_that_was_wanted_with_its_query()
    {
        using var visitor = Host.Visit();

        var done = await visitor.SignInAsync(Host.Ada, "/protected?q=a%20b&page=2");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("/protected?q=a%20b&page=2", done.Headers.Location?.OriginalString);
        Assert.Equal("Ada Admin", (await SeenAsync(visitor)).Name);
    }

    [Fact]
    public async Task The_subject_is_the_spaces_user_id()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);

        var seen = await SeenAsync(visitor);

        Assert.Matches("^[0-9a-f]{24}$", seen.Subject);
        Assert.Equal("ada.admin@example.com", seen.Email);
        Assert.EndsWith("ada.png", seen.Picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_name_picture_and_space_can_sign_in()
    {
        using var visitor = await Host.VisitAsync(Host.Avaya.Users.Single(person => person.Role == "unnamed"));

        var seen = await SeenAsync(visitor);

        Assert.Equal("", seen.Name);
        Assert.Null(seen.Picture);
    }

    [Fact]
    public async Task A_hundred_challenges_are_all_different_and_reveal_nothing()
    {
        HashSet<string> states = [], challenges = [];
        for (var i = 0; i < 100; i++)
        {
            using var visitor = Host.Visit();
            var query = await ChallengeAsync(visitor, "/protected?secret-of-mine=1");
            Assert.Equal("S256", query["code_challenge_method"]);
            Assert.Matches("^[A-Za-z0-9_-]{43}$", query["code_challenge"]);
            Assert.DoesNotContain("secret-of-mine", query["state"], StringComparison.Ordinal);
            Assert.DoesNotContain(
                "secret-of-mine", System.Text.Encoding.Latin1.GetString(WebEncoders.Base64UrlDecode(query["state"])),
                StringComparison.Ordinal);
            states.Add(query["state"]);
            challenges.Add(query["code_challenge"]);
        }

        Assert.Equal((100, 100), (states.Count, challenges.Count));
    }

    [Fact]
    public async Task A_challenge_is_a_redirect_that_no_cache_keeps()
    {
        using var visitor = Host.Visit();

        var challenge = await visitor.GetAsync("/protected");

        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        Assert.True(challenge.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Fifty_abandoned_sign_ins_leave_five_cookies_and_the_newest_works()
    {
        using var visitor = Host.Visit();
        for (var i = 0; i < 50; i++)
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(1));
            await visitor.GetAsync("/protected");
        }

        Assert.Equal(5, visitor.PortalCookies.Count());
        var done = await visitor.SignInAsync(Host.Ada, "/protected?newest");
        Assert.Equal("/protected?newest", done.Headers.Location?.OriginalString);
        Assert.InRange(visitor.PortalCookies.Count(), 1, 5);
    }

    [Fact]
    public async Task Two_tabs_can_sign_in_at_the_same_time()
    {
        using var visitor = Host.Visit();
        var first = await visitor.AuthorizeAsync(Host.Ada, "/protected?tab=1");
        // The provider now knows the user and goes straight to consent.
        var consent = await visitor.FollowAsync(await visitor.GetAsync("/protected?tab=2"));
        var second = (await visitor.ConsentAsync(consent)).Headers.Location!;

        Assert.Equal("/protected?tab=1", (await visitor.GetAsync(first.PathAndQuery)).Headers.Location?.OriginalString);
        Assert.Equal("/protected?tab=2", (await visitor.GetAsync(second.PathAndQuery)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_in_as_another_user_ends_the_first_session_and_its_tokens()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var before = Host.Avaya.Tokens.LatestTokens(Host.Ada.Username)!;
        visitor.DeleteProviderCookies(Host.Avaya.Address);

        var callback = await visitor.AuthorizeAsync(Host.Max, "/challenge");
        await visitor.GetAsync(callback.PathAndQuery);

        var seen = await SeenAsync(visitor);
        Assert.Equal("Max Member", seen.Name);
        await Eventually.TrueAsync(
            () => !Host.Avaya.Tokens.IsRefreshTokenAlive(before.RefreshToken!), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public async Task A_sign_in_does_not_refresh_the_tokens_of_the_session_that_it_replaces(int minutes)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var before = Host.Avaya.Tokens.LatestTokens(Host.Ada.Username)!;
        // Started with a valid token, finished with one that is due or expired.
        Host.Clock.Advance(TimeSpan.FromMinutes(54));
        var consent = await visitor.FollowAsync(await visitor.GetAsync("/challenge"));
        var callback = (await visitor.ConsentAsync(consent)).Headers.Location!;
        Host.Clock.Advance(TimeSpan.FromMinutes(minutes));

        await visitor.GetAsync(callback.PathAndQuery);

        Assert.Equal(0, Host.Avaya.Log.Count("token.refresh"));
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        await Eventually.TrueAsync(
            () => !Host.Avaya.Tokens.IsRefreshTokenAlive(before.RefreshToken!), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_repeated_callback_does_not_refresh_the_tokens_of_the_current_session()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada);
        await visitor.GetAsync(callback.PathAndQuery);
        Host.Clock.Advance(PastDue);

        Assert.Equal("/protected", (await visitor.GetAsync(callback.PathAndQuery)).Headers.Location?.OriginalString);
        Assert.Equal(0, Host.Avaya.Log.Count("token.refresh"));
    }

    [Fact]
    public async Task Sign_in_goes_on_without_tokeninfo_where_the_provider_does_not_serve_it()
    {
        Host.Avaya.Faults.Add("tokeninfo", Fault.Respond(404));

        using var visitor = await Host.VisitAsync(Host.Ada);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
        Assert.Contains(
            Host.Log.GetSnapshot(), it => it.Message.Contains("the audience of sign-ins is not checked", StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string>> ChallengeAsync(Visitor visitor, string address) =>
        QueryHelpers.ParseQuery((await visitor.GetAsync(address)).Headers.Location!.Query).ToDictionary(
            pair => pair.Key, pair => pair.Value.ToString());
}
