using System.Net;
using System.Security.Cryptography;
using System.Text;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class CodeTests
{
    // RFC 7636 appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Fact]
    public async Task The_response_has_five_members_in_the_documented_order_and_no_token_type()
    {
        await using var world = await World.StartAsync();

        var answer = await world.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["access_token", "scope", "expires_in", "refresh_token", "id_token"], answer.Json!.AsObject().Select(it => it.Key));
        Assert.Matches("^[0-9a-f]{40}$", answer["access_token"]);
        Assert.Matches("^[0-9a-f]{40}$", answer["refresh_token"]);
        Assert.Equal(3599, (int)answer.Json!["expires_in"]!);
        Assert.Equal(
            "https://accounts.avayacloud.com/auth/userinfo.email https://accounts.avayacloud.com/auth/userinfo.profile https://accounts.avayacloud.com/auth/zangspaces",
            answer["scope"]);
    }

    [Fact]
    public async Task The_trailing_slash_multipart_and_Basic_are_accepted_too()
    {
        await using var world = await World.StartAsync();
        using var multipart = new MultipartFormDataContent
        {
            { new StringContent("authorization_code"), "grant_type" },
            { new StringContent(await world.CodeAsync()), "code" },
            { new StringContent(World.Callback), "redirect_uri" },
            // An old field that no newer client sends [seed 2].
            { new StringContent("https%3A%2F%accounts.zang.io%2Foauth2%2Faccess_token"), "token_endpoint" },
        };
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri("/oauth2/access_token/", UriKind.Relative))
        { Content = multipart };
        var credentials = $"{world.Server.Client.ClientId}:{world.Server.Client.ClientSecret}";
        request.Headers.TryAddWithoutValidation("Authorization", "basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

        using var response = await world.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_code_works_once_and_its_second_use_revokes_the_tokens_of_the_first()
    {
        await using var world = await World.StartAsync();
        var code = await world.CodeAsync();
        var first = await world.RedeemAsync(code);

        var second = await world.RedeemAsync(code);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (second.Status, second.Error));
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/api/users/me", first["access_token"])).Status);
        Assert.Equal("invalid_grant", (await world.RefreshAsync(first["refresh_token"])).Error);
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        await using var world = await World.StartAsync();
        var (early, late) = (await world.CodeAsync(), await world.CodeAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await world.RedeemAsync(early)).Status);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("invalid_grant", (await world.RedeemAsync(late)).Error);
    }

    [Fact]
    public async Task A_code_is_bound_to_its_redirect_and_survives_the_wrong_one()
    {
        await using var world = await World.StartAsync();
        var code = await world.CodeAsync();
        var other = await world.TokenAsync(
            [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "http://localhost:1/signin-avaya"), .. world.Secret]);
        Assert.Equal("invalid_grant", other.Error);
        Assert.Equal(HttpStatusCode.OK, (await world.RedeemAsync(code)).Status);
    }

    [Theory]
    [InlineData("S256", Challenge, Verifier, true)]
    [InlineData("plain", Verifier, Verifier, true)]
    [InlineData(null, Verifier, Verifier, true)]
    [InlineData("S256", Challenge, Challenge, false)]
    [InlineData("S256", Challenge, null, false)]
    [InlineData("S256", Challenge, "too-short", false)]
    [InlineData("plain", Verifier, Challenge, false)]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, Verifier, false)]
    public async Task Proof_key_is_checked_by_its_method(string? method, string? challenge, string? verifier, bool holds)
    {
        await using var world = await World.StartAsync();
        var code = await world.CodeAsync(World.Ada, ("code_challenge", challenge), ("code_challenge_method", method));

        var answer = await world.RedeemAsync(code, verifier is null ? [] : [("code_verifier", verifier)]);

        Assert.Equal(holds ? null : "invalid_grant", answer.Error);
    }

    [Fact]
    public async Task The_longest_documented_verifier_is_accepted()
    {
        await using var world = await World.StartAsync();
        var verifier = new string('v', 128);
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var code = await world.CodeAsync(World.Ada, ("code_challenge", challenge), ("code_challenge_method", "S256"));
        Assert.Null((await world.RedeemAsync(code, ("code_verifier", verifier))).Error);
    }

    [Fact]
    public async Task Without_a_secret_PKCE_is_required_for_refreshing_too()
    {
        await using var world = await World.StartAsync();
        (string, string)[] client = [("client_id", world.Server.Client.ClientId), ("redirect_uri", World.Callback)];
        var bare = await world.TokenAsync([("grant_type", "authorization_code"), ("code", await world.CodeAsync()), .. client]);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_client"), (bare.Status, bare.Error));

        var code = await world.CodeAsync(World.Ada, ("code_challenge", Challenge), ("code_challenge_method", "S256"));
        var proven = await world.TokenAsync([("grant_type", "authorization_code"), ("code", code), ("code_verifier", Verifier), .. client]);
        Assert.Null(proven.Error);
        Assert.Null(
            (await world.TokenAsync([("grant_type", "refresh_token"), ("refresh_token", proven["refresh_token"]), .. client])).Error);

        var confidential = await world.SignInAsync();
        Assert.Equal(
            "invalid_grant",
            (await world.TokenAsync([("grant_type", "refresh_token"), ("refresh_token", confidential["refresh_token"]), .. client])).Error);
    }

    [Fact]
    public async Task Only_online_access_goes_without_a_refresh_token()
    {
        await using var world = await World.StartAsync();
        var online = await world.RedeemAsync(await world.CodeAsync(World.Ada, ("access_type", "online")));
        var unsaid = await world.RedeemAsync(await world.CodeAsync(World.Ada, ("access_type", null)));
        Assert.Null(online.Json!["refresh_token"]);
        Assert.NotNull(unsaid.Json!["refresh_token"]);
    }

    [Theory]
    [InlineData("email,profile, spaces", "userinfo.email userinfo.profile zangspaces")]
    [InlineData("spaces email", "userinfo.email zangspaces")]
    [InlineData("https://accounts.zang.io/auth/userinfo.email https://accounts.zang.io/auth/zangspaces", "userinfo.email zangspaces")]
    [InlineData("https://www.onesna.com/auth/logan", "zangspaces")]
    public async Task Scopes_come_back_as_addresses(string asked, string given)
    {
        await using var world = await World.StartAsync();
        var answer = await world.RedeemAsync(await world.CodeAsync(World.Ada, ("scope", asked)));
        Assert.Equal(given, answer["scope"].Replace("https://accounts.avayacloud.com/auth/", "", StringComparison.Ordinal));
    }
}
