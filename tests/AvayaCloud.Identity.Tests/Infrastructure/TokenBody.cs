using System.Text.Json.Nodes;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.Infrastructure;

/// <summary>Token answers that take effect and then say it in another shape.</summary>
internal static class TokenBody
{
    /// <summary>One member replaced by this JSON.</summary>
    public static Fault With(string member, string json) =>
        Fault.RewriteResponse(body => Edited(body, it => it[member] = JsonNode.Parse(json)));

    public static Fault Without(string member) => Fault.RewriteResponse(body => Edited(body, it => it.Remove(member)));

    public static string Edited(string body, Action<JsonObject> edit)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        edit(json);
        return json.ToJsonString();
    }

    /// <summary>Written by hand where <see cref="JsonNode"/> would write a number its own way.</summary>
    public static Fault WithLifetime(string json) => Fault.RewriteResponse(body =>
        Edited(body, it => it["expires_in"] = "LIFETIME").Replace("\"LIFETIME\"", json, StringComparison.Ordinal));
}
