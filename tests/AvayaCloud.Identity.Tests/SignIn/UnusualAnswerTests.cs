using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
namespace AvayaCloud.Identity.Tests.SignIn;

/// <summary>A code's answer that grants or refuses in another shape than RFC 6749 section 5 writes it.</summary>
public sealed class UnusualAnswerTests : CallbackTestBase
{
    private const string Me = """{"_id":"507f1f77bcf86cd799439011","displayname":"Ada Admin"}""";

    [Theory]
    [InlineData("\"3599\"")]
    [InlineData("\"3.6e3\"")]
    [InlineData("3599.0")]
    [InlineData("3.6e3")]
    [InlineData("null")]
    public async Task A_lifetime_in_any_spelling_of_a_number_is_an_hour(string lifetime)
    {
        using var visitor = await SignedInAsync(TokenBody.WithLifetime(lifetime));
        Host.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        Host.Clock.Advance(TimeSpan.FromMinutes(8));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\"")]
    [InlineData("0.5")]
    [InlineData("1e400")]
    [InlineData("[3599]")]
    [InlineData("true")]
    public async Task A_lifetime_that_is_not_a_number_does_not_sign_in(string lifetime)
    {
        await ProblemAsync("provider-down", TokenBody.WithLifetime(lifetime));
        Assert.Contains(Host.Log.Lines(), line => line.Contains("impossible expires_in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task Any_success_status_is_a_grant(int status) => (await SignedInAsync(Fault.RewriteResponse(status: status))).Dispose();

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("application/jwt")]
    public async Task A_grant_is_read_whatever_its_content_type(string contentType) =>
        (await SignedInAsync(Fault.RewriteResponse(contentType: contentType))).Dispose();

    [Theory]
    [InlineData(200, "application/json")]
    [InlineData(201, "application/json")]
    [InlineData(400, "text/plain")]
    [InlineData(400, "text/html")]
    public async Task A_refusal_is_recognized_by_any_status_and_content_type(int status, string contentType) =>
        await ProblemAsync("provider-refused", Fault.Respond(status, """{"error":"invalid_grant"}""", contentType));

    [Theory]
    [InlineData("server_error")]
    [InlineData("temporarily_unavailable")]
    public async Task An_error_that_reports_a_failure_is_not_a_refusal(string error) =>
        await ProblemAsync("provider-down", Fault.Respond(400, $$"""{"error":"{{error}}"}"""));

    [Theory]
    [InlineData(200, "text/html")]
    [InlineData(400, "text/x-mystery")]
    public async Task A_response_that_is_not_JSON_is_logged_with_its_content_type(int status, string contentType)
    {
        await ProblemAsync("provider-down", Fault.Respond(status, "<h1>Hello</h1>", contentType));
        Assert.Contains(Host.Log.Lines(), line => line.Contains($"status {status}, {contentType}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Long_tokens_sign_in_as_long_as_one_cookie_holds_both()
    {
        Host.Avaya.Faults.Add("api.users.me", Fault.Respond(200, Me));
        using var visitor = await SignedInAsync(TokenBody.With("access_token", $"\"{new string('a', 1900)}\""));

        var cookie = Assert.Single(visitor.PortalCookies);
        Assert.InRange(cookie.Name.Length + cookie.Value.Length, 2000, 4096);
        Assert.Equal(1900, (await SeenAsync(visitor)).AccessToken.Length);
    }

    [Fact]
    public async Task Tokens_too_long_for_the_cookie_do_not_sign_in_and_the_log_says_why()
    {
        await ProblemAsync("provider-down", TokenBody.With("access_token", $"\"{new string('a', 2049)}\""));
        Assert.Contains(Host.Log.Lines(), line => line.Contains("too long", StringComparison.Ordinal));
    }

    private async Task<Visitor> SignedInAsync(Fault change)
    {
        var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add("token.code", change);
        Assert.Equal(Wanted, (await visitor.GetAsync(callback.PathAndQuery)).Headers.Location?.OriginalString);
        return visitor;
    }

    private async Task ProblemAsync(string cause, Fault fault)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add("token.code", fault);
        await ExpectProblemAsync(visitor, callback.PathAndQuery, cause);
    }
}
