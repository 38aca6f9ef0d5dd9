using System.Text.Json;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Hosting;

public sealed class SecretsTests
{
    [Fact]
    public async Task No_token_code_password_or_secret_is_in_the_log_or_in_what_prints()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var code = await world.CodeAsync();
        var tokens = await world.RedeemAsync(code);
        await world.GetAsync("/oauth2/tokeninfo?id_token=" + tokens["id_token"]);
        await world.GetAsync("/api/users/me?access_token=" + tokens["access_token"]);
        await world.TokenAsync(("grant_type", tokens["refresh_token"]));
        var fresh = await world.RefreshAsync(tokens["refresh_token"]);

        var printed = JsonSerializer.Serialize(world.Server.Log.Requests)
            + (await browser.OpenAsync("/_sandbox")).Html
            + world.Server.Client + world.Server.Users[0] + world.Server.Tokens.LatestTokens(World.Ada);

        string[] secrets =
        [
            code,
            tokens["access_token"],
            tokens["refresh_token"],
            tokens["id_token"],
            fresh["access_token"],
            fresh["refresh_token"],
            world.Server.Client.ClientSecret,
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, printed, StringComparison.Ordinal));
        Assert.DoesNotContain("sandbox-2026", world.Server.Users[0].ToString(), StringComparison.Ordinal);
    }
}
