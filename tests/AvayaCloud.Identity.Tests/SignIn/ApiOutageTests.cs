using System.Net;
using AvayaCloud.Sandbox;
using Microsoft.Extensions.DependencyInjection;
namespace AvayaCloud.Identity.Tests.SignIn;

/// <summary>The Spaces API is down, but not the sign-in service: users can sign in, and their profile is completed later.</summary>
public sealed class ApiOutageTests : CallbackTestBase
{
    private const string UsersMe = "api.users.me";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task No_failure_of_the_API_prevents_signing_in()
    {
        Fault[] faults =
        [
            Fault.ServerError(500), Fault.ServerError(503), Fault.TooManyRequests(TimeSpan.FromSeconds(9)), Fault.Html(200),
            Fault.TruncateResponse(), Fault.DropResponse(), Fault.DropRequest(),
            Fault.Respond(200, ""), Fault.Respond(200, "[]"), Fault.Respond(200, "{"), Fault.Respond(200, "{}"),
            Fault.Respond(200, new string(' ', 300 * 1024)),
        ];
        foreach (var fault in faults)
        {
            Host.Avaya.Faults.Add(UsersMe, fault, SandboxFaults.Always);
            using var visitor = await Host.VisitAsync(Host.Ada);

            var seen = await SeenAsync(visitor);
            Assert.Equal(("", "Ada Admin", "ada.admin@example.com"), (seen.Subject, seen.Name, seen.Email));
            Host.Avaya.Faults.Clear();
        }
    }

    [Fact]
    public async Task An_API_that_never_responds_delays_a_sign_in_by_five_seconds_and_no_page_after_it()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        var held = Host.Avaya.Faults.HoldRequest(UsersMe, SandboxFaults.Always);
        var waits = Host.Clock.WaitingAsync(Patience);
        var signIn = visitor.GetAsync(callback.PathAndQuery);
        await Task.WhenAll(held.Arrived, waits);
        Host.Clock.Advance(Patience);

        Assert.Equal(Wanted, (await signIn).Headers.Location?.OriginalString);
        for (var i = 0; i < 10; i++)
            Assert.Equal("Ada Admin", (await SeenAsync(visitor)).Name);
        Assert.Equal(1, Host.Avaya.Log.Count(UsersMe));
    }

    [Fact]
    public async Task When_the_API_is_back_name_picture_and_ids_appear_and_the_cookie_keeps_them()
    {
        using var visitor = await WithoutApiAsync();
        Assert.Equal("", (await SeenAsync(visitor)).Name);
        Host.Avaya.Faults.Clear();
        Host.Clock.Advance(Pause);

        var seen = await SeenAsync(visitor);
        Assert.Equal(("Ada Admin", "ada.admin@example.com"), (seen.Name, seen.Email));
        Assert.Matches("^[0-9a-f]{24}$", seen.Subject);
        Assert.EndsWith("ada.png", seen.Picture, StringComparison.Ordinal);
        Assert.Equal("Ada Admin", await TextAsync(await visitor.GetAsync("/")));
        var calls = Host.Avaya.Log.Count(UsersMe);
        Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(seen.Subject, (await SeenAsync(visitor)).Subject);
        Assert.Equal(calls, Host.Avaya.Log.Count(UsersMe));
    }

    [Fact]
    public async Task An_earlier_cookie_is_completed_too_without_another_call()
    {
        using var visitor = await WithoutApiAsync();
        var before = visitor.CookieHeader;
        Host.Avaya.Faults.Clear();
        Host.Clock.Advance(Pause);
        await SeenAsync(visitor);
        var calls = Host.Avaya.Log.Count(UsersMe);

        using var other = Host.Visit();
        using var replay = WithCookie("/", before);
        Assert.Equal("Ada Admin", await TextAsync(await other.SendAsync(replay)));
        Assert.Equal(calls, Host.Avaya.Log.Count(UsersMe));
    }

    [Fact]
    public async Task An_API_that_stays_down_is_called_once_in_fifteen_seconds_and_ends_no_session()
    {
        using var visitor = await WithoutApiAsync();
        Host.Avaya.Log.Clear();
        for (var second = 0; second < 60; second++)
        {
            await SeenAsync(visitor);
            Host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(Host.Avaya.Log.Count(UsersMe), 3, 4);
    }

    [Fact]
    public async Task A_token_that_is_due_is_refreshed_first_and_the_new_one_completes_the_profile()
    {
        using var visitor = await WithoutApiAsync();
        Host.Avaya.Faults.Clear();
        Host.Clock.Advance(PastExpiry);

        var seen = await SeenAsync(visitor);
        Assert.Equal((2, "Ada Admin"), (seen.Generation, seen.Name));
        Assert.Equal(0, Host.Avaya.Log.RefreshTokenReuses);
        Assert.Equal((2, "Ada Admin"), await SeenAsync(visitor) is var again ? (again.Generation, again.Name) : default);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task An_API_that_refuses_is_a_refused_sign_in(int status)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add(UsersMe, Fault.Respond(status, "{}"));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-refused");
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task An_API_that_refuses_later_leaves_the_profile_as_it_is(int status)
    {
        using var visitor = await WithoutApiAsync();
        Host.Avaya.Faults.Clear();
        Host.Avaya.Faults.Add(UsersMe, Fault.Respond(status, "{}"));
        Host.Clock.Advance(Pause);

        Assert.Equal("", (await SeenAsync(visitor)).Subject);
        Host.Clock.Advance(Pause);
        Assert.NotEqual("", (await SeenAsync(visitor)).Subject);
    }

    [Theory]
    [InlineData(404, "{}", "provider-down")]
    [InlineData(503, "{}", "provider-down")]
    [InlineData(200, """{"audience":"00000000000000000000","user_id":"x"}""", "wrong-audience")]
    [InlineData(200, """{"audience":"{client}","user":{"first_name":"Ada"}}""", "provider-down")]
    [InlineData(200, """{"audience":"{client}","user_id":"","user":{"first_name":"Ada"}}""", "provider-down")]
    public async Task Without_a_user_in_tokeninfo_the_sign_in_fails_while_the_API_is_down(int status, string body, string cause)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add(
            "tokeninfo", Fault.Respond(status, body.Replace("{client}", Host.Avaya.Client.ClientId, StringComparison.Ordinal)));
        Host.Avaya.Faults.Add(UsersMe, Fault.ServerError(503));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, cause);
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
    }

    [Fact]
    public async Task A_session_with_an_incomplete_profile_is_in_no_list_of_sessions()
    {
        var register = Host.Services.GetRequiredService<IActiveSessionStore>();
        using var visitor = await WithoutApiAsync();
        Assert.Empty((await register.ListAsync("", TestContext.Current.CancellationToken))!);
        Host.Avaya.Faults.Clear();
        Host.Clock.Advance(Pause);

        var seen = await SeenAsync(visitor);
        Assert.Single((await register.ListAsync(seen.Subject, TestContext.Current.CancellationToken))!);
    }

    [Fact]
    public async Task A_sign_in_without_the_API_is_a_warning_in_the_log()
    {
        using var visitor = await WithoutApiAsync();

        Assert.Contains(
            Host.Log.Lines(),
            line =>
                line.StartsWith("Warning", StringComparison.Ordinal)
                    && line.Contains("signed in by tokeninfo alone", StringComparison.Ordinal));
    }

    /// <summary>Signed in while the API is down, and tokeninfo returns only an id.</summary>
    private async Task<Visitor> WithoutApiAsync()
    {
        Host.Avaya.Faults.Add(
            "tokeninfo",
            Fault.Respond(200, $$"""{"audience":"{{Host.Avaya.Client.ClientId}}","user_id":"agxzfm9uZXNuYTIwMTRy","user":{} }"""));
        Host.Avaya.Faults.Add(UsersMe, Fault.ServerError(503), SandboxFaults.Always);
        var visitor = await Host.VisitAsync(Host.Ada);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/protected")).StatusCode);
        return visitor;
    }
}
