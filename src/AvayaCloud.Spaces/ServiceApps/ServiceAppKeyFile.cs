using Microsoft.IdentityModel.Tokens;

namespace AvayaCloud.Spaces;

/// <summary>Reads the key file. The file is a password: errors name its members and never contain their values.</summary>
internal static class ServiceAppKeyFile
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
            return JsonNode.Parse(RawNewlines.Escape(text)) as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return null;
        }
    }

    // The samples of the guide have blanks around the ids [wire 7.17].
    private static string GetText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";
}

/// <summary>Escapes line breaks inside JSON strings. The guide's sample has them raw, which RFC 8259 section 7 forbids.</summary>
internal static class RawNewlines
{
    public static string Escape(string json)
    {
        var text = new StringBuilder(json.Length + 64);
        var isInString = false;
        var isEscaped = false;
        foreach (var character in json.TrimStart('\uFEFF'))
        {
            text.Append(isInString && character < ' ' ? Escape(character) : character.ToString());
            isInString ^= character == '"' && !isEscaped;
            isEscaped = character == '\\' && !isEscaped && isInString;
        }

        return text.ToString();
    }

    private static string Escape(char control) => control switch
    {
        '\n' => "\\n",
        '\r' => "",
        _ => " ",
    };
}
