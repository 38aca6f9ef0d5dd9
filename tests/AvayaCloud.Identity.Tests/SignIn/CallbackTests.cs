using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.WebUtilities;
using SpacesPortal.Testing;

namespace AvayaCloud.Identity.Tests.SignIn;

public sealed class CallbackTests : IAsyncLifetime
{
    private const string Wanted = "/protected?q=1";
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IdentityHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Denied_consent_is_a_calm_page_and_no_token_is_asked_for()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted, accept: false);

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "denied");

        Assert.Equal(0, _host.Avaya.Log.Count("token"));
        Assert.DoesNotContain(_host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning AvayaCloud", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&state=x")]
    [InlineData("&code=x")]
    [InlineData("&error=access_denied")]
    public async Task A_parameter_that_stands_twice_or_beside_its_opposite_is_refused(string addition)
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);

        await ExpectProblemAsync(visitor, callback.PathAndQuery + addition, "tampered");

        Assert.Equal(0, _host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task An_altered_state_is_refused_wherever_it_is_altered()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        var state = QueryHelpers.ParseQuery(callback.Query)["state"].ToString();

        for (var at = 0; at < state.Length; at += 7)
        {
            var altered = state[..at] + (state[at] == 'A' ? 'B' : 'A') + state[(at + 1)..];
            await ExpectProblemAsync(visitor, "/signin-avaya?code=x&state=" + altered, "tampered");
        }

        await ExpectProblemAsync(visitor, "/signin-avaya", "tampered");
        await ExpectProblemAsync(visitor, "/signin-avaya?code=x", "tampered");
        await ExpectProblemAsync(visitor, "/signin-avaya?code=x&state=" + new string('a', 5000), "tampered");
        Assert.Equal(0, _host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task A_callback_without_its_cookie_is_refused_and_keeps_the_return_address()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        using var stranger = _host.Visit();

        await ExpectProblemAsync(stranger, callback.PathAndQuery, "lost-cookie");

        Assert.Equal(0, _host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task The_state_of_one_browser_is_refused_in_another_that_has_its_own()
    {
        using var attacker = _host.Visit();
        var callback = await attacker.BeginAsync(_host.Max, Wanted);
        using var victim = _host.Visit();
        await victim.GetAsync("/protected");

        await ExpectProblemAsync(victim, callback.PathAndQuery, "lost-cookie");

        Assert.Equal("nobody", await (await victim.GetAsync("/")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_a_callback_is_stale()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        _host.Clock.Advance(TimeSpan.FromMinutes(16));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "stale");

        Assert.Equal(0, _host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task A_callback_works_once_even_for_who_kept_the_cookie()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        var kept = visitor.CookieHeader;
        await visitor.GetAsync(callback.PathAndQuery);

        using var thief = _host.Visit();
        using var replay = new HttpRequestMessage(HttpMethod.Get, callback.PathAndQuery) { Headers = { { "Cookie", kept } } };
        var answer = await thief.SendAsync(replay);

        Assert.Contains("cause=stale", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, _host.Avaya.Log.Count("token.code"));
    }

    [Fact]
    public async Task An_answer_of_another_issuer_is_refused_before_any_token_request()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);

        await ExpectProblemAsync(visitor, callback.PathAndQuery + "&iss=https%3A%2F%2Fevil.example", "tampered");

        Assert.Equal(0, _host.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task The_right_issuer_is_accepted()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);

        var done = await visitor.GetAsync(callback.PathAndQuery + "&iss=" + Uri.EscapeDataString(_host.Avaya.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(Wanted, done.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    public async Task Only_GET_is_a_callback(string method)
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);

        using var request = new HttpRequestMessage(new HttpMethod(method), callback.PathAndQuery);
        var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, _host.Avaya.Log.Count("token"));
    }

    [Theory]
    [InlineData("token.code")]
    [InlineData("tokeninfo")]
    [InlineData("api.users.me")]
    public async Task A_provider_in_trouble_is_a_calm_page_whatever_kind_of_trouble(string call)
    {
        Fault[] troubles =
        [
            Fault.ServerError(500), Fault.ServerError(503), Fault.Limited(TimeSpan.FromSeconds(9)), Fault.Html(200), Fault.Cut(), Fault.Lost(), Fault.Drop(),
            Fault.Answer(200, ""), Fault.Answer(200, "[]"), Fault.Answer(200, "{"), Fault.Answer(200, new string(' ', 300 * 1024)), Fault.Answer(200, "null"),
        ];
        foreach (var trouble in troubles)
        {
            using var visitor = _host.Visit();
            var callback = await visitor.BeginAsync(_host.Ada, Wanted);
            _host.Avaya.Faults.Next(call, trouble);
            // An empty object names no audience, which tokeninfo must.
            await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-down");
            Assert.Equal("nobody", await (await visitor.GetAsync("/")).Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("""{"access_token":"a","expires_in":-1}""")]
    [InlineData("""{"access_token":"a","expires_in":99999999999}""")]
    [InlineData("""{"access_token":"a","expires_in":"soon"}""")]
    [InlineData("""{"access_token":"a b","expires_in":3599}""")]
    [InlineData("""{"access_token":7,"expires_in":3599}""")]
    [InlineData("""{"access_token":"a","access_token":"b","expires_in":3599}""")]
    [InlineData("""{"access_token":"a","token_type":"mac","expires_in":3599}""")]
    [InlineData("""{"access_token":"a","refresh_token":{},"expires_in":3599}""")]
    [InlineData("""{"expires_in":3599}""")]
    public async Task A_token_answer_of_a_wrong_shape_signs_nobody_in(string body)
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        _host.Avaya.Faults.Next("token.code", Fault.Answer(200, body));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-down");
    }

    [Fact]
    public async Task A_refused_code_is_told_as_a_refusal()
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        _host.Avaya.Faults.Next("token.code", Fault.Answer(400, """{"error":"invalid_grant"}"""));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-refused");
    }

    [Theory]
    [InlineData("""{"audience":"00000000000000000000","user_id":"x","user":{}}""")]
    [InlineData("""{"user_id":"x"}""")]
    public async Task Tokens_for_another_client_sign_nobody_in(string tokeninfo)
    {
        using var visitor = _host.Visit();
        var callback = await visitor.BeginAsync(_host.Ada, Wanted);
        _host.Avaya.Faults.Next("tokeninfo", Fault.Answer(200, tokeninfo));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "wrong-audience");
    }

    private static async Task ExpectProblemAsync(Visitor visitor, string address, string cause)
    {
        var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/signin-problem?cause={cause}&returnUrl={Uri.EscapeDataString(Wanted)}", answer.Headers.Location?.OriginalString);
        // The attempt is over, whatever became of it (security 4.5), unless the answer could not be told to belong to it.
        if (cause is not ("tampered" or "lost-cookie"))
            Assert.DoesNotContain(visitor.PortalCookies, cookie => cookie.Name.StartsWith("spaces-signin", StringComparison.Ordinal));
    }
}
