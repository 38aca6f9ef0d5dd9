using System.Text.RegularExpressions;

namespace AvayaCloud.Spaces;

/// <summary>The <c>message</c> of an error response [repo SDK], shortened and without secrets.</summary>
internal static partial class ErrorMessage
{
    private const int MaxLength = 300;

    public static string? Read(string? body) => string.IsNullOrEmpty(body) ? null : Sanitize(Parse(body));

    public static string? Sanitize(string? message)
    {
        if (message is null)
            return null;
        var text = LongRun().Replace(message.Length > MaxLength ? message[..MaxLength] : message, "…");
        return Control().Replace(text, " ");
    }

    private static string? Parse(string body)
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

    // An API may quote the token that it rejects. Tokens have 40 characters and more, ids of spaces have 24.
    [GeneratedRegex(@"[A-Za-z0-9_\-.~+/=]{30,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongRun();

    [GeneratedRegex(@"\p{C}+", RegexOptions.NonBacktracking)]
    private static partial Regex Control();
}

/// <summary>The known part of an error response: a top-level <c>message</c> [repo SDK].</summary>
internal sealed record ApiMessage
{
    [JsonPropertyName("message")] public string? Message { get; init; }
}
