using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Spaces.Tests;

/// <summary>Access tokens of the sandbox's demo users, by the password grant.</summary>
internal static class SandboxTokens
{
    public static async Task<string> SignInAsync(SandboxServer sandbox, DemoUser person)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["client_id"] = sandbox.Client.ClientId,
            ["client_secret"] = sandbox.Client.ClientSecret,
            ["username"] = person.Username,
            ["password"] = person.Password,
        });
        using var response = await http.PostAsync(new Uri("/oauth2/access_token", UriKind.Relative), form);
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
    }
}
