using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>
/// A refresh's answer in another shape than RFC 6749 section 5 writes it. The refresh token is spent by then: what grants must not lose the
/// session, and what refuses must end it.
/// </summary>
public sealed class UnusualAnswerTests : HostTest
{
    public static TheoryData<string> Granting { get; } =
    [
        "expires_in \"3599\"", "expires_in 3599.0", "expires_in 3.6e3", "expires_in null", "token_type null", "status 201",
        "type text/html", "type text/plain",
        "access_token 1900",
    ];

    /// <summary>Without an access token that can be used, but with the successor of the refresh token.</summary>
    public static TheoryData<string> Unusable { get; } =
        ["expires_in \"soon\"", "expires_in -1", "access_token 2049", "access_token 0", "access_token null", "token_type \"mac\""];

    [Theory]
    [MemberData(nameof(Granting))]
    public async Task A_grant_refreshes_the_tokens(string change)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Change(change));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);

        Host.Clock.Advance(PastExpiry);
        Assert.Equal(3, (await SeenAsync(visitor)).Generation);
        Assert.Equal((2, 0), (Host.Avaya.Log.Count("token.refresh"), Host.Avaya.Log.RefreshTokenReuses));
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task An_unusable_response_keeps_its_refresh_token_and_the_endpoint_is_not_flooded(string change)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        var first = await SeenAsync(visitor);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Change(change));
        for (var i = 0; i < 10; i++)
            Assert.Equal(first.AccessToken, (await SeenAsync(visitor)).AccessToken);
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first.AccessToken, (await SeenAsync(visitor)).AccessToken);
        Assert.Equal((2, 0), (Host.Avaya.Log.Count("token.refresh"), Host.Avaya.Log.RefreshTokenReuses));
    }

    [Theory]
    [InlineData(200, "application/json", "invalid_grant")]
    [InlineData(200, "application/json", "bad_refresh_token")]
    [InlineData(201, "text/plain", "invalid_grant")]
    [InlineData(400, "application/json", "bad_refresh_token")]
    [InlineData(400, "text/plain; charset=utf-8", "invalid_grant")]
    [InlineData(400, "text/html", "invalid_grant")]
    public async Task A_refusal_ends_the_session_at_once_whatever_its_status_and_content_type(int status, string contentType, string error)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Fault.Respond(status, $$"""{"error":"{{error}}"}""", contentType), SandboxFaults.Always);

        Assert.Equal("/session-ended?returnUrl=%2Fprotected", (await visitor.GetAsync("/protected")).Headers.Location?.OriginalString);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("anonymous", await TextAsync(await visitor.GetAsync("/")));
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
    }

    [Theory]
    [InlineData(503, "invalid_grant")]
    [InlineData(429, "invalid_grant")]
    [InlineData(200, "invalid_client")]
    [InlineData(200, "temporarily_unavailable")]
    [InlineData(400, "server_error")]
    public async Task An_error_that_is_not_the_grants_ends_nothing(int status, string error)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastExpiry);
        Host.Avaya.Faults.Add("token.refresh", Fault.Respond(status, $$"""{"error":"{{error}}"}"""));
        Assert.Equal(1, (await SeenAsync(visitor)).Generation);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await SeenAsync(visitor)).Generation);
    }

    [Fact]
    public async Task A_rejected_token_is_not_returned_as_a_new_one()
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Host.Clock.Advance(PastDue);
        Host.Avaya.Faults.Add("token.refresh", Change("access_token 0"));
        Assert.Equal(nameof(RefreshOutcome.Unavailable), await TextAsync(await visitor.PostAsync("/renew")));
        Assert.Equal(nameof(RefreshOutcome.Unavailable), await TextAsync(await visitor.PostAsync("/renew")));
        Assert.Equal(1, Host.Avaya.Log.Count("token.refresh"));
    }

    private static Fault Change(string change) => change.Split(' ', 2) switch
    {
        ["status", var status] => Fault.RewriteResponse(status: int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)),
        ["type", var contentType] => Fault.RewriteResponse(contentType: contentType),
        ["expires_in", var json] => TokenBody.WithLifetime(json),
        ["access_token", "null"] => TokenBody.Without("access_token"),
        ["access_token", var length] =>
            TokenBody.With("access_token", $"\"{new string('a', int.Parse(length, System.Globalization.CultureInfo.InvariantCulture))}\""),
        [var member, var json] => TokenBody.With(member, json),
        _ => throw new ArgumentException(change, nameof(change)),
    };
}
