using System.Text;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Hosting;

/// <summary>
/// The sandbox answers any input with an error and never with a 500, which would look like a fault that a test has set.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Paths =
        [
            "/oauth2/access_token", "/oauth2/revoke_token", "/oauth2/authorize/confirm", "/account/login/",
            "/_sandbox/faults", "/_sandbox/tokens", "/_sandbox/reset",
        ];

    private static readonly string[] Types =
        [
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data",
            "multipart/form-data; boundary=", "application/json", "text/plain", "nonsense",
        ];

    private static readonly string[] Scraps =
    [
        "grant_type=", "authorization_code", "refresh_token", "&", "=", "%", "%00", "%zz", "%ED%A0%80", "\0", "\r\n", "--b\r\n", "--b--",
        "Content-Disposition: form-data; name=\"code\"\r\n\r\n",
        "code=", "client_id=", "client_secret=", "redirect_uri=http://[", "code_verifier=", "csrfmiddlewaretoken=", "username=",
        "password=", "next=//", "{", "}", "[", "\"fault\":", "\"late\"",
        "\"seconds\":1e999", ";", "é", "😀", "\ud83d", "🏴‍☠️", "authorize=1", "method=google", "request=",
    ];

    [Fact]
    public async Task No_form_causes_a_server_error()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), World.Ada);
        var random = new Random(2026);
        for (var round = 0; round < 1500; round++)
        {
            var token = random.Next(2) == 0 ? $"csrfmiddlewaretoken={browser.Cookie("csrftoken")}&" : "";
            var body = token + Text(random);
            using var request = new HttpRequestMessage(HttpMethod.Post, Paths[random.Next(Paths.Length)]);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Types[random.Next(Types.Length)]);
            using var response = await browser.Visitor.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} for {response.RequestMessage!.RequestUri} and {body}");
        }

        Assert.DoesNotContain(world.Server.Log.Requests, it => it.Outcome?.StartsWith("error", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task No_query_causes_a_server_error()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var access = (await world.SignInAsync())["access_token"];
        string[] paths =
        [
            "/oauth2/authorize?",
            "/oauth2/tokeninfo?id_token=",
            "/account/login/?next=",
            "/account/logout/?next=",
            "/api/users/me/spaces?search=",
            "/api/users/me/spaces?pageToken=",
            "/api/users/me/spaces?",
        ];
        var random = new Random(11);
        for (var round = 0; round < 700; round++)
        {
            var path = paths[random.Next(paths.Length)] + Uri.EscapeDataString(
                Text(random).Replace("\ud83d", "?", StringComparison.Ordinal));
            Assert.True((int)(await world.GetAsync(path, access)).Status < 500, path);
            Assert.True((int)(await browser.OpenAsync(path)).Status < 500, path);
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var world = await World.StartAsync();
        var answer = await world.TokenAsync(
            ("grant_type", "refresh_token"), ("refresh_token", new string('a', 900_000)), ("code", new string('b', 900_000)));
        Assert.InRange((int)answer.Status, 400, 499);
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Scraps[random.Next(Scraps.Length)]));
}
