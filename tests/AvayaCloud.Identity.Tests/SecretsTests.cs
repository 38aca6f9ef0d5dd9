using AvayaCloud.Identity.Tests.Infrastructure;
using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.WebUtilities;
namespace AvayaCloud.Identity.Tests;

public sealed class SecretsTests
{
    [Fact]
    public async Task No_secret_of_a_whole_session_is_in_any_log_at_any_level()
    {
        await using var host = await IdentityHost.StartAsync();
        using var visitor = host.Visit();
        List<string> secrets = [host.Avaya.Client.ClientSecret];

        var callback = await visitor.AuthorizeAsync(host.Ada, "/protected");
        var query = QueryHelpers.ParseQuery(callback.Query);
        secrets.AddRange([query["code"].ToString(), query["state"].ToString()]);
        secrets.AddRange(visitor.PortalCookies.Select(cookie => cookie.Value));
        await visitor.GetAsync(callback.PathAndQuery);
        Keep();

        host.Clock.Advance(TimeSpan.FromMinutes(61));
        host.Avaya.Faults.Add("token.refresh", Fault.Respond(400, $$"""{"error":"{{secrets[0]}}","error_description":"{{secrets[0]}}"}"""));
        await visitor.GetAsync("/protected");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.GetAsync("/protected");
        Keep();
        host.Avaya.Faults.Add("revoke", Fault.Respond(500, secrets[0]));
        await visitor.PostAsync("/signout");

        Assert.NotEmpty(host.Log.Lines());
        Assert.All(secrets.Where(secret => secret.Length > 0), secret =>
            Assert.DoesNotContain(host.Log.Lines(), line => line.Contains(secret, StringComparison.Ordinal)));

        void Keep()
        {
            var pair = host.Avaya.Tokens.LatestTokens(host.Ada.Username)!;
            secrets.AddRange([pair.AccessToken, pair.RefreshToken!]);
            secrets.AddRange(visitor.PortalCookies.Select(cookie => cookie.Value));
        }
    }
}
