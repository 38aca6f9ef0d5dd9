using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AvayaCloud.Sandbox.Tests.Infrastructure;

/// <summary>A caller of the Spaces API.</summary>
internal sealed class Api(World world, string token)
{
    public string Token => token;

    public static async Task<Api> OfAsync(World world, string username)
    {
        var answer = await world.TokenAsync(
            [("grant_type", "password"), .. world.Secret, ("username", username), ("password", "sandbox-2026")]);
        return new Api(world, answer["access_token"]);
    }

    public Task<Answer> GetAsync(string path, string? pin = null) => SendAsync(HttpMethod.Get, path, null, pin);

    public Task<Answer> PostAsync(string path, string json = "{}") => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, string? pin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api" + path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        if (pin is not null)
            request.Headers.TryAddWithoutValidation("spaces-x-space-password", pin);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await world.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public async Task<string> IdAsync() => (await GetAsync("/users/me"))["_id"];

    /// <summary>A new group of one's own, with others in it.</summary>
    public async Task<string> NewSpaceAsync(params (string Email, string Role)[] others)
    {
        var invitees = string.Join(',', others.Select(it => $$"""{"inviteeType":"email","invitee":"{{it.Email}}","role":"{{it.Role}}"}"""));
        var answer = await PostAsync("/spaces/invite", $$"""{"topic":{"title":"New","type":"group"},"invitees":[{{invitees}}]}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (string)answer.Json!["data"]![0]!["topicId"]!;
    }

    public async Task<string> SayAsync(string space, string what = "chats", string content = """{"bodyText":"<p>hi</p>"}""") =>
        (await PostAsync($"/spaces/{space}/{what}", $$"""{"content":{{content}}}"""))["_id"];

    public static IEnumerable<JsonNode> Rows(Answer answer) => answer.Json!["data"]!.AsArray().OfType<JsonNode>();
}
