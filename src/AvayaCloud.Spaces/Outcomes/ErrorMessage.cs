using System.Text.RegularExpressions;

namespace AvayaCloud.Spaces;

/// <summary>What the API says when it refuses: the body's <c>message</c> [repo SDK], made short and harmless.</summary>
internal static partial class ErrorMessage
{
    private const int Longest = 300;

    public static string? From(string? body) => string.IsNullOrEmpty(body) ? null : Sanitize(Message(body));

    public static string? Sanitize(string? message)
    {
        if (message is null)
            return null;
        var text = LongRun().Replace(message.Length > Longest ? message[..Longest] : message, "…");
        return Control().Replace(text, " ");
    }

    private static string? Message(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SpacesJson.Default.ApiMessage)?.Message;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An API may quote the token that it refuses. Tokens are 40 characters and more; ids of spaces are 24.
    [GeneratedRegex(@"[A-Za-z0-9_\-.~+/=]{30,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongRun();

    [GeneratedRegex(@"\p{C}+", RegexOptions.NonBacktracking)]
    private static partial Regex Control();
}

/// <summary>The body of a refusal, as far as it is known: a top-level <c>message</c> [repo SDK].</summary>
internal sealed record ApiMessage
{
    [JsonPropertyName("message")] public string? Message { get; init; }
}
