using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Spaces.Tests.Table;

/// <summary>An API that returns what the test sets, and files at any address.</summary>
public abstract class TableTest : IAsyncLifetime
{
    internal FakeApi Api { get; private set; } = null!;

    internal IEnumerable<SeenCall> Calls => Api.Seen.Where(it => it.Path != "/storage");

    /// <summary>Bound to the test's own time limit.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Endpoints.All.Select(it => it.Name)];

    public async ValueTask InitializeAsync() => Api = await FakeApi.StartAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Api.DisposeAsync();
    }

    protected static Endpoint Named(string name) => Endpoints.All.Single(it => it.Name == name);

    /// <summary>
    /// Each answer in turn, the last again and again; files lie at the API's own host here, which makes it the harder test.
    /// </summary>
    internal void Answers(params Func<HttpContext, Task>[] answers)
    {
        var call = 0;
        Api.Answer = (context, _) => context.Request.Path == "/storage"
            ? context.Response.WriteAsync("hi")
            : answers[Math.Min(call++, answers.Length - 1)](context);
    }

    internal Func<HttpContext, Task> Json(string json, int status = 200) =>
        context => FakeApi.JsonAsync(
            context, json.Replace("{origin}", Api.Origin.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal), status);

    internal Func<HttpContext, Task> Good(Endpoint endpoint) => Json(endpoint.Good);

    /// <summary>
    /// Makes the call and checks what holds for all calls: no token in any text, and none sent to another host.
    /// </summary>
    internal async Task<Result> CallAsync(
        Endpoint endpoint, Action<SpacesApiOptions>? configure = null, TimeProvider? clock = null, CancellationToken? token = null)
    {
        await using var host = new ClientHost(Api.BaseUrl, configure, clock);
        var result = await endpoint.Call(host.Client, token ?? Token);
        string[] secrets = [FakeTokens.First, FakeTokens.Renewed, Endpoints.SpaceToken, Endpoints.GuestToken];
        Assert.All(
            [result.Text, result.Error?.ToString() ?? "", .. host.Logs.Lines()],
            text => Assert.All(secrets, it => Assert.DoesNotContain(it, text, StringComparison.Ordinal)));
        Assert.All(Api.Seen, it => Assert.DoesNotContain("X-Idempotent", it.Headers));
        Assert.All(Api.Seen.Where(it => endpoint.IsAnonymous || it.Path == "/storage"), it => Assert.Empty(it.Authorization));
        return result;
    }
}
