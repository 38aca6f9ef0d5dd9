using AvayaCloud.Identity.Tests.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AvayaCloud.Identity.Tests.SignIn;

/// <summary>The challenge as each environment wants it. Nothing is sent there: the address is all that is looked at.</summary>
public sealed class AuthorizeAddressTests
{
    private const string ShortScopes = "email profile spaces";

    private const string ZangScopes =
        "https://accounts.zang.io/auth/userinfo.email https://accounts.zang.io/auth/userinfo.profile https://accounts.zang.io/auth/zangspaces";

    [Theory]
    [InlineData("Production", "https://accounts.avayacloud.com/oauth2/authorize", ShortScopes)]
    [InlineData("Staging", "https://onesnastaging.esna.com/oauth2/authorize", ShortScopes)]
    [InlineData("Zang", "https://accounts.zang.io/oauth2/authorize", ZangScopes)]
    public async Task The_challenge_carries_every_parameter_of_the_tutorial(string environment, string address, string scopes)
    {
        await using var host = await IdentityHost.StartAsync(
            null, ("AvayaCloud:Environment", environment), ("AvayaCloud:IdentityUrl", null), ("AvayaCloud:SpacesUrl", null),
            ("AvayaCloud:ClientId", "6702b20d233fdebcf743"));
        using var visitor = host.Visit();

        var location = (await visitor.GetAsync("/protected")).Headers.Location!;

        Assert.Equal(address, location.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(location.Query);
        Assert.Equal(
            ["access_type", "client_id", "code_challenge", "code_challenge_method", "redirect_uri", "response_type", "scope", "state"],
            query.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("6702b20d233fdebcf743", query["client_id"]);
        Assert.Equal($"{host.Address.AbsoluteUri}signin-avaya", query["redirect_uri"]);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("offline", query["access_type"]);
        Assert.Equal(scopes, query["scope"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        if (environment != "Zang")
            Assert.Contains("scope=email%20profile%20spaces", location.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_plain_the_challenge_is_the_verifier_and_the_sign_in_works()
    {
        await using var host = await IdentityHost.StartAsync(null, ("AvayaCloud:Pkce", "Plain"));
        using var visitor = host.Visit();

        var challenge = await visitor.GetAsync("/protected");
        Assert.Contains("code_challenge_method=plain", challenge.Headers.Location!.Query, StringComparison.Ordinal);

        Assert.Contains(
            host.Log.GetSnapshot(),
            it => it.Level == LogLevel.Warning && it.Message.Contains("AvayaCloud:Pkce is", StringComparison.Ordinal));
        using var signedIn = await host.VisitAsync(host.Ada);
        Assert.Contains(
            "\"name\":\"Ada Admin\"", await (await signedIn.GetAsync("/protected")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_PKCE_there_is_no_challenge_and_the_sign_in_works()
    {
        await using var host = await IdentityHost.StartAsync(null, ("AvayaCloud:Pkce", "None"));
        using var visitor = host.Visit();

        var challenge = await visitor.GetAsync("/protected");
        Assert.DoesNotContain("code_challenge", challenge.Headers.Location!.Query, StringComparison.Ordinal);

        Assert.Contains(
            host.Log.GetSnapshot(),
            it => it.Level == LogLevel.Warning && it.Message.Contains("AvayaCloud:Pkce is", StringComparison.Ordinal));
        using var signedIn = await host.VisitAsync(host.Ada);
        Assert.Contains(
            "\"name\":\"Ada Admin\"", await (await signedIn.GetAsync("/protected")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
