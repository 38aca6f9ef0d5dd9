namespace AvayaCloud.Sandbox.Control;

/// <summary>What somebody pressed on the sandbox's page, or sent as JSON.</summary>
internal sealed class Order(IReadOnlyDictionary<string, string> fields, bool isJson)
{
    /// <summary>A script gets an answer, a browser the page again.</summary>
    public bool IsJson => isJson;

    public string this[string name] => fields.GetValueOrDefault(name, "").Trim();

    /// <summary>
    /// Null for a form without its token: another site could have sent it. JSON cannot be sent across sites without asking first,
    /// and that is never allowed here.
    /// </summary>
    public static async Task<Order?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.HasJsonContentType())
            return new Order(await JsonAsync(context, cancellationToken), isJson: true);
        return await context.FormAsync(cancellationToken) is { } form && Csrf.Holds(context, form.One(Csrf.Field))
            ? new Order(form.ToDictionary(it => it.Key, it => it.Value.ToString(), StringComparer.OrdinalIgnoreCase), isJson: false)
            : null;
    }

    private static async Task<Dictionary<string, string>> JsonAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var body = await JsonNode.ParseAsync(
                context.Request.Body, new JsonNodeOptions { PropertyNameCaseInsensitive = true }, cancellationToken: cancellationToken);
            return body is JsonObject json
                ? json.ToDictionary(it => it.Key, it => it.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase)
                : [];
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return [];
        }
    }
}
