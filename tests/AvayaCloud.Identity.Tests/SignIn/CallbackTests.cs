using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AvayaCloud.Identity.Tests.SignIn;

public sealed class CallbackTests : CallbackTestBase
{
    [Fact]
    public async Task Denied_consent_shows_a_page_and_no_token_is_requested()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted, accept: false);

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "denied");

        Assert.Equal(0, Host.Avaya.Log.Count("token"));
        var loud = Host.Log.GetSnapshot().Where(it => it.Level >= LogLevel.Warning);
        Assert.DoesNotContain(loud, it => it.Level > LogLevel.Warning || it.Category!.StartsWith("AvayaCloud", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&state=x")]
    [InlineData("&code=x")]
    [InlineData("&error=access_denied")]
    public async Task A_repeated_parameter_or_one_beside_its_opposite_is_refused(string addition)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);

        await ExpectProblemAsync(visitor, callback.PathAndQuery + addition, "tampered");

        Assert.Equal(0, Host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task An_altered_state_is_refused_wherever_it_is_altered()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        var state = QueryHelpers.ParseQuery(callback.Query)["state"].ToString();

        for (var at = 0; at < state.Length; at += 7)
        {
            var altered = state[..at] + (state[at] == 'A' ? 'B' : 'A') + state[(at + 1)..];
            await ExpectProblemAsync(visitor, "/signin-avaya?code=x&state=" + altered, "tampered");
        }

        await ExpectProblemAsync(visitor, "/signin-avaya", "tampered");
        await ExpectProblemAsync(visitor, "/signin-avaya?code=x", "tampered");
        await ExpectProblemAsync(visitor, "/signin-avaya?code=x&state=" + new string('a', 5000), "tampered");
        Assert.Equal(0, Host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task A_callback_without_its_cookie_is_refused_and_keeps_the_return_address()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        using var stranger = Host.Visit();

        await ExpectOneRetryAsync(stranger, callback.PathAndQuery, "lost-cookie");

        Assert.Equal(0, Host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task The_state_of_one_browser_is_refused_in_another_that_has_its_own()
    {
        using var attacker = Host.Visit();
        var callback = await attacker.AuthorizeAsync(Host.Max, Wanted);
        using var victim = Host.Visit();
        await victim.GetAsync("/protected");

        await ExpectOneRetryAsync(victim, callback.PathAndQuery, "lost-cookie");

        Assert.Equal("anonymous", await (await victim.GetAsync("/")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_a_callback_is_stale()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Clock.Advance(TimeSpan.FromMinutes(16));

        await ExpectOneRetryAsync(visitor, callback.PathAndQuery, "stale");

        Assert.Equal(0, Host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task A_callback_works_once_even_with_a_copy_of_the_cookie()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        var copy = visitor.CookieHeader;
        await visitor.GetAsync(callback.PathAndQuery);

        using var thief = Host.Visit();
        using var replay = new HttpRequestMessage(HttpMethod.Get, callback.PathAndQuery) { Headers = { { "Cookie", copy } } };
        var answer = await thief.SendAsync(replay);

        // It starts again, and the user has to sign in at Avaya Cloud.
        Assert.Equal("/oauth2/authorize", answer.Headers.Location?.AbsolutePath);
        Assert.Equal(1, Host.Avaya.Log.Count("token.code"));
    }

    [Fact]
    public async Task Back_to_the_callback_of_a_successful_sign_in_leads_to_its_target()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        await visitor.GetAsync(callback.PathAndQuery);

        var again = await visitor.GetAsync(callback.PathAndQuery);

        Assert.Equal(Wanted, again.Headers.Location?.OriginalString);
        Assert.Equal(1, Host.Avaya.Log.Count("token.code"));
    }

    [Fact]
    public async Task A_sign_in_that_lost_its_cookie_is_repeated_automatically()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        foreach (var cookie in visitor.PortalCookies)
            cookie.Expired = true;

        var consent = await visitor.FollowAsync(await visitor.GetAsync(callback.PathAndQuery));
        var decided = await visitor.ConsentAsync(consent);
        var signedIn = await visitor.GetAsync(decided.Headers.Location!.PathAndQuery);

        Assert.Equal(Wanted, signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_response_of_another_issuer_is_refused_before_any_token_request()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);

        await ExpectProblemAsync(visitor, callback.PathAndQuery + "&iss=https%3A%2F%2Fevil.example", "tampered");

        Assert.Equal(0, Host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task The_right_issuer_is_accepted()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);

        var done = await visitor.GetAsync(
            callback.PathAndQuery + "&iss=" + Uri.EscapeDataString(Host.Avaya.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(Wanted, done.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    public async Task Only_GET_is_a_callback(string method)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);

        using var request = new HttpRequestMessage(new HttpMethod(method), callback.PathAndQuery);
        var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, Host.Avaya.Log.Count("token"));
    }
}
