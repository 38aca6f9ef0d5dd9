using System.Net;
using System.Net.Http.Json;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.WebUtilities;
using SpacesPortal.Testing;

namespace AvayaCloud.Identity.Tests.SignIn;

public sealed class SignInTests : IAsyncLifetime
{
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_sign_in_ends_on_the_page_that_was_wanted_with_its_query()
    {
        using var visitor = _host.Visit();

        var done = await visitor.SignInAsync(_host.Ada, "/protected?q=a%20b&page=2");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("/protected?q=a%20b&page=2", done.Headers.Location?.OriginalString);
        var seen = await visitor.GetAsync("/protected");
        Assert.Equal("Ada Admin", (await seen.Content.ReadFromJsonAsync<Seen>())!.Name);
    }

    [Fact]
    public async Task The_subject_is_the_spaces_user_id()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);

        var seen = await (await visitor.GetAsync("/protected")).Content.ReadFromJsonAsync<Seen>();

        Assert.Matches("^[0-9a-f]{24}$", seen!.Subject);
        Assert.Equal("ada.admin@example.com", seen.Email);
        Assert.EndsWith("ada.png", seen.Picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_name_picture_and_space_can_sign_in()
    {
        using var visitor = await _host.VisitAsync(_host.Avaya.People.Single(person => person.Role == "unnamed"));

        var seen = await (await visitor.GetAsync("/protected")).Content.ReadFromJsonAsync<Seen>();

        Assert.Equal("", seen!.Name);
        Assert.Null(seen.Picture);
    }

    [Fact]
    public async Task A_hundred_challenges_are_all_different_and_say_nothing_readable()
    {
        HashSet<string> states = [], challenges = [];
        for (var i = 0; i < 100; i++)
        {
            using var visitor = _host.Visit();
            var query = await ChallengeAsync(visitor, "/protected?secret-of-mine=1");
            Assert.Equal("S256", query["code_challenge_method"]);
            Assert.Matches("^[A-Za-z0-9_-]{43}$", query["code_challenge"]);
            Assert.DoesNotContain("secret-of-mine", query["state"], StringComparison.Ordinal);
            Assert.DoesNotContain("secret-of-mine", System.Text.Encoding.Latin1.GetString(WebEncoders.Base64UrlDecode(query["state"])), StringComparison.Ordinal);
            states.Add(query["state"]);
            challenges.Add(query["code_challenge"]);
        }

        Assert.Equal((100, 100), (states.Count, challenges.Count));
    }

    [Fact]
    public async Task A_challenge_is_a_redirect_that_no_cache_keeps()
    {
        using var visitor = _host.Visit();

        var challenge = await visitor.GetAsync("/protected");

        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        Assert.True(challenge.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Fifty_abandoned_sign_ins_leave_five_cookies_and_the_newest_works()
    {
        using var visitor = _host.Visit();
        for (var i = 0; i < 50; i++)
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(1));
            await visitor.GetAsync("/protected");
        }

        Assert.Equal(5, visitor.PortalCookies.Count());
        var done = await visitor.SignInAsync(_host.Ada, "/protected?newest");
        Assert.Equal("/protected?newest", done.Headers.Location?.OriginalString);
        Assert.InRange(visitor.PortalCookies.Count(), 1, 5);
    }

    [Fact]
    public async Task Two_tabs_can_sign_in_at_the_same_time()
    {
        using var visitor = _host.Visit();
        var first = await visitor.BeginAsync(_host.Ada, "/protected?tab=1");
        // The provider knows the person by now and goes straight to consent.
        var consent = await visitor.FollowAsync(await visitor.GetAsync("/protected?tab=2"));
        var second = (await visitor.DecideAsync(consent)).Headers.Location!;

        Assert.Equal("/protected?tab=1", (await visitor.GetAsync(first.PathAndQuery)).Headers.Location?.OriginalString);
        Assert.Equal("/protected?tab=2", (await visitor.GetAsync(second.PathAndQuery)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_in_as_somebody_else_ends_the_first_session_and_its_tokens()
    {
        using var visitor = await _host.VisitAsync(_host.Ada);
        var before = _host.Avaya.Tokens.LatestTokens(_host.Ada.Username)!;
        visitor.ForgetProvider(_host.Avaya.Address);

        var callback = await visitor.BeginAsync(_host.Max, "/challenge");
        await visitor.GetAsync(callback.PathAndQuery);

        var seen = await (await visitor.GetAsync("/protected")).Content.ReadFromJsonAsync<Seen>();
        Assert.Equal("Max Member", seen!.Name);
        await Eventually.TrueAsync(() => !_host.Avaya.Tokens.IsRefreshTokenAlive(before.RefreshToken!), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Sign_in_goes_on_without_tokeninfo_where_the_provider_does_not_serve_it()
    {
        _host.Avaya.Faults.Next("tokeninfo", Fault.Answer(404));

        using var visitor = await _host.VisitAsync(_host.Ada);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
        Assert.Contains(_host.Log.Lines, line => line.Contains("the audience of sign-ins is not checked", StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string>> ChallengeAsync(Visitor visitor, string address) =>
        QueryHelpers.ParseQuery((await visitor.GetAsync(address)).Headers.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
}
