namespace AvayaCloud.Sandbox.Control;

/// <summary>Times: 0 means until cleared.</summary>
internal sealed record FaultCommand(string? Route, string? Fault, double Seconds = 5, double Times = 1);

/// <summary>Action: expire or revoke.</summary>
internal sealed record TokenCommand(string? Action, string? Username)
{
    public bool TryRun(TokenVault vault)
    {
        switch (Action)
        {
            case "expire":
                vault.ExpireAccessTokens(Username ?? "");
                return true;
            case "revoke":
                vault.RevokeSession(Username ?? "");
                return true;
            default:
                return false;
        }
    }
}

/// <summary>What: faults or all.</summary>
internal sealed record ResetCommand(string What = "all");

/// <summary>Reads a command from the sandbox's page or from JSON.</summary>
internal static class ControlCommand
{
    /// <summary>Null for a body that is not a command.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            if (context.Request.HasJsonContentType())
                return await context.Request.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, context.RequestAborted);
            var fields = context.Request.Form.Where(it => !string.IsNullOrWhiteSpace(it.Value));
            var json = new JsonObject(fields.Select(it => KeyValuePair.Create(it.Key, (JsonNode?)it.Value.ToString().Trim())));
            return json.Deserialize<T>(JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
