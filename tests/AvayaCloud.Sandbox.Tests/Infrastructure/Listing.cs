using System.Net;
using System.Text.Json.Nodes;

namespace AvayaCloud.Sandbox.Tests.Infrastructure;

/// <summary>A user's list of spaces, requested repeatedly.</summary>
internal sealed class Listing(World world, string token) : IAsyncDisposable
{
    public World World => world;

    public string Token => token;

    public static async Task<Listing> StartAsync(int spaces = 24, string username = World.Ada)
    {
        var world = await World.StartAsync(it => it.Spaces = spaces);
        return new Listing(world, (await world.SignInAsync(username))["access_token"]);
    }

    public Task<JsonNode> PageAsync(string query) => AtAsync("/api/users/me/spaces?" + query);

    public async Task<JsonNode> AtAsync(string path)
    {
        var answer = await world.GetAsync(path, token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    public async Task<List<string>> WalkAsync(string path)
    {
        List<string> ids = [];
        while (path.Length > 0)
        {
            var page = await AtAsync(path);
            ids.AddRange(page["data"]!.AsArray().Select(it => (string)it!["_id"]!));
            path = (string?)page["nextPageUrl"] ?? "";
        }

        return ids;
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
