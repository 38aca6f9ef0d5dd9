using System.Text.RegularExpressions;

namespace AvayaCloud.Spaces;

/// <summary>The <c>message</c> and <c>code</c> of an error response [repo SDK], shortened and without secrets.</summary>
internal static partial class ErrorMessage
{
    private const int MaxLength = 300;

    public static (string? Cause, string? Message) Read(string? body)
    {
        var error = string.IsNullOrEmpty(body) ? null : Parse(body);
        return (Sanitize(error?.Cause), Sanitize(error?.Message));
    }

    public static string? Sanitize(string? message)
    {
        if (message is null)
            return null;
        var text = LongRun().Replace(message.Length > MaxLength ? message[..MaxLength] : message, "…");
        return Control().Replace(text, " ");
    }

    private static ApiMessage? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SpacesJson.Default.ApiMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An API may quote the token that it rejects. Tokens have 40 characters and more, ids of spaces have 24.
    [GeneratedRegex(@"[A-Za-z0-9_\-.~+/=]{30,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongRun();

    [GeneratedRegex(@"\p{C}+", RegexOptions.NonBacktracking)]
    private static partial Regex Control();
}

/// <summary>The known part of an error response: a top-level <c>message</c> [repo SDK], and a code [guess, wire 4.0].</summary>
internal sealed record ApiMessage
{
    [JsonPropertyName("code")] public string? Cause { get; init; }
    [JsonPropertyName("message")] public string? Message { get; init; }
}
