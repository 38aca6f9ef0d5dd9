using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace AvayaCloud.Spaces;

/// <summary>Reads the key file. The file is a password: errors name its members and never contain their values.</summary>
internal static partial class ServiceAppKeyFile
{
    private const long MaxBytes = 64 * 1024;
    private const int MinKeyBits = 2048;

    private static readonly string[] Members = ["iss", "sub", "kid", "private_key"];

    /// <returns>Either the key, or all errors of the file.</returns>
    public static (ServiceAppKey? Key, IReadOnlyList<string> Errors) Read(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return (null, ["The path of the key file is missing."]);
        try
        {
            return new FileInfo(path).Length <= MaxBytes ? Parse(File.ReadAllText(path)) : (null, ["It is too large for a key file."]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, ["It cannot be read. Does it exist, and may this process read it?"]);
        }
    }

    public static (ServiceAppKey? Key, IReadOnlyList<string> Errors) Parse(string text)
    {
        if (ParseObject(text) is not { } file)
            return (null, ["It is not the JSON object that the developer portal provides."]);
        var values = Members.ToDictionary(it => it, it => GetText(file[it]), StringComparer.Ordinal);
        List<string> errors = [.. Members.Where(it => values[it].Length == 0).Select(it => $"\"{it}\" is missing.")];
        if (values["private_key"].Length == 0)
            return (null, errors);

        var (rsa, keyError) = PrivateKey.Parse(values["private_key"], MinKeyBits);
        if (keyError is not null)
            errors.Add(keyError);
        if (errors.Count > 0)
        {
            rsa?.Dispose();
            return (null, errors);
        }

        return (new ServiceAppKey(values["iss"], values["sub"], new RsaSecurityKey(rsa) { KeyId = values["kid"] }), []);
    }

    private static JsonObject? ParseObject(string text)
    {
        try
        {
            return JsonNode.Parse(JsonString().Replace(text.TrimStart('\uFEFF'), it => EscapeControls(it.Value))) as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return null;
        }
    }

    // The samples of the guide have blanks around the ids [wire 7.17].
    private static string GetText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";

    // The guide's sample has raw line breaks in its strings, which RFC 8259 section 7 forbids.
    private static string EscapeControls(string json) => string.Concat(json.Select(character => character switch
    {
        '\n' => "\\n",
        '\r' => "",
        < ' ' => " ",
        _ => character.ToString(),
    }));

    [GeneratedRegex("""
        "(\\.|[^"\\])*"
        """, RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonString();
}
