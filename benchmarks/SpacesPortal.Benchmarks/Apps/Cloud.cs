using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Benchmarks.Apps;

/// <summary>A large Avaya Cloud in a process of its own, so that what it allocates is not counted as ours.</summary>
internal sealed class Cloud(PortalProcess process) : IAsyncDisposable
{
    // Not a secret: it is passed to the sandbox at its start.
    private static readonly string Client = new('c', 20);
    private static readonly string ClientSecret = new('d', 40);

    public Uri Api => new(process.Address, "/api");

    public static async Task<Cloud> StartAsync(int spaces, int messages, CancellationToken cancellationToken) =>
        new(await PortalProcess.StartAsync(
        Environment.ProcessPath!, ["serve-cloud", Text(spaces), Text(messages)], [], cancellationToken));

    /// <summary>What the child process does.</summary>
    public static async Task<int> ServeAsync(string spaces, string messages)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Spaces = int.Parse(spaces, CultureInfo.InvariantCulture),
            Messages = int.Parse(messages, CultureInfo.InvariantCulture),
            ClientId = Client,
            ClientSecret = ClientSecret,
        });
        await Console.Out.WriteLineAsync($"Now listening on: {sandbox.Address.AbsoluteUri.TrimEnd('/')}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    /// <summary>By the password grant (wire 2.8), whatever the person's login page is like.</summary>
    public async Task<string> TokenAsync(string username, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = process.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["client_id"] = Client,
            ["client_secret"] = ClientSecret,
            ["username"] = username,
            ["password"] = "sandbox-2026",
        });
        using var answer = await http.PostAsync(new Uri("/oauth2/access_token", UriKind.Relative), form, cancellationToken);
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["access_token"]!;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
