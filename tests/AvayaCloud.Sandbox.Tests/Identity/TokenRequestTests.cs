using System.Net;
using System.Text;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class TokenRequestTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "", "invalid_request" },
        { "grant_type=", "invalid_request" },
        { "grant_type=authorization_code&CLIENT", "invalid_request" },
        { "grant_type=refresh_token&CLIENT", "invalid_request" },
        { "grant_type=authorization_code&CLIENT&code=a&code=b", "invalid_request" },
        { "grant_type=magic&CLIENT", "unsupported_grant_type" },
        { "grant_type=authorization_code&code=a", "invalid_client" },
        { "grant_type=authorization_code&code=a&client_id=ffffffffffffffffffff&client_secret=x", "invalid_client" },
        { "grant_type=refresh_token&refresh_token=a&client_id=ID&client_secret=wrong", "invalid_client" },
        { "grant_type=authorization_code&CLIENT&code=0000000000000000000000000000000000000000", "invalid_grant" },
        { "grant_type=refresh_token&CLIENT&refresh_token=0000000000000000000000000000000000000000", "invalid_grant" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Every_refusal_is_a_400_with_an_error(string body, string error)
    {
        await using var world = await World.StartAsync();
        var client = world.Server.Client;
        var sent = body.Replace("CLIENT", $"client_id={client.ClientId}&client_secret={client.ClientSecret}", StringComparison.Ordinal)
            .Replace("=ID", "=" + client.ClientId, StringComparison.Ordinal);
        using var content = new StringContent(sent, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await world.Http.PostAsync(
            new Uri("/oauth2/access_token", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, answer.Error));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_and_json_are_invalid_requests()
    {
        await using var world = await World.StartAsync();
        Assert.Equal("invalid_request", (await world.GetAsync("/oauth2/access_token?grant_type=refresh_token")).Error);
        using var json = new StringContent("""{"grant_type":"refresh_token"}""", Encoding.UTF8, "application/json");
        using var response = await world.Http.PostAsync(
            new Uri("/oauth2/access_token", UriKind.Relative), json, TestContext.Current.CancellationToken);
        Assert.Equal("invalid_request", (await Answer.OfAsync(response)).Error);
    }
}
