using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>An Avaya Cloud whose access tokens last a few seconds.</summary>
public sealed class ShortTokensPortal : PortalFixture
{
    protected override SandboxOptions Options => new() { Spaces = 60, AccessTokenLifetime = TimeSpan.FromSeconds(5) };
}

public sealed class ExpiryTests(Chromium chromium, ShortTokensPortal portal) : BrowserTests<ShortTokensPortal>(chromium, portal)
{
    [Fact]
    public async Task Tokens_expire_one_after_the_other_and_the_newest_cookie_stays_signed_in()
    {
        var user = await SignInAsync("member", "/profile");
        var first = (await user.Context.CookiesAsync()).Single(cookie => cookie.Name == "spaces").Value;
        for (var life = 1; life <= 3; life++)
        {
            var token = Sandbox.Tokens.LatestTokens(Portal.User("member").Username)!.AccessToken;
            await Eventually.TrueAsync(() => !Sandbox.Tokens.IsAccessTokenAlive(token), Stop);

            await user.Page.ReloadAsync();
            await Expect(user.Profile.Name).ToHaveTextAsync("Max Member");
            await Expect(user.Profile.Card("Contact")).ToContainTextAsync("max.member@example.com");
        }

        Assert.True(Sandbox.Log.Count("token.refresh", "ok") >= 3);
        Assert.Equal(0, Sandbox.Log.RefreshTokenReuses);
        Assert.NotEqual(first, (await user.Context.CookiesAsync()).Single(cookie => cookie.Name == "spaces").Value);
    }
}
