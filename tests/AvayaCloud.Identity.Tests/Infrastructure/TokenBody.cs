using System.Text.Json.Nodes;
using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.Infrastructure;

/// <summary>Token responses that take effect but have another shape.</summary>
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

    /// <summary>As text where <see cref="JsonNode"/> would format a number differently.</summary>
    public static Fault WithLifetime(string json) => Fault.RewriteResponse(body =>
        Edited(body, it => it["expires_in"] = "LIFETIME").Replace("\"LIFETIME\"", json, StringComparison.Ordinal));
}
