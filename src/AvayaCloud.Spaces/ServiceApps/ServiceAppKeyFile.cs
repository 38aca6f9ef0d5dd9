using Microsoft.IdentityModel.Tokens;

namespace AvayaCloud.Spaces;

/// <summary>Reads the key file. It is a password: what is wrong with it is told by the names of its members, never by what stands in
/// them.</summary>
internal static class ServiceAppKeyFile
{
    private const long LargestFile = 64 * 1024;
    private const int FewestBits = 2048;

    private static readonly string[] Members = ["iss", "sub", "kid", "private_key"];

    /// <summary>Either the key, or every problem with the file.</summary>
    public static (ServiceAppKey? Key, IReadOnlyList<string> Problems) Read(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return (null, ["There is no path of a key file."]);
        try
        {
            return new FileInfo(path).Length <= LargestFile ? Parse(File.ReadAllText(path)) : (null, ["It is too large for a key file."]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, ["It cannot be read: is it there, and may this process read it?"]);
        }
    }

    public static (ServiceAppKey? Key, IReadOnlyList<string> Problems) Parse(string text)
    {
        if (Object(text) is not { } file)
            return (null, ["It is not the JSON object that the developer portal gives."]);
        var values = Members.ToDictionary(it => it, it => Text(file[it]), StringComparer.Ordinal);
        List<string> problems = [.. Members.Where(it => values[it].Length == 0).Select(it => $"\"{it}\" is missing.")];
        if (values["private_key"].Length == 0)
            return (null, problems);

        var (rsa, problem) = PrivateKey.Read(values["private_key"], FewestBits);
        if (problem is not null)
            problems.Add(problem);
        if (problems.Count > 0)
        {
            rsa?.Dispose();
            return (null, problems);
        }

        return (new ServiceAppKey(values["iss"], values["sub"], new RsaSecurityKey(rsa) { KeyId = values["kid"] }), []);
    }

    private static JsonObject? Object(string text)
    {
        try
        {
            return JsonNode.Parse(RawNewlines.Escape(text)) as JsonObject;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return null;
        }
    }

    // The guide's own samples have blanks around the ids [wire 7.17].
    private static string Text(JsonNode? value) => value is JsonValue leaf && leaf.TryGetValue<string>(out var text) ? text.Trim() : "";
}

/// <summary>The guide's sample has the key's line breaks in the JSON text as they are, which RFC 8259 section 7 does not allow.</summary>
internal static class RawNewlines
{
    public static string Escape(string json)
    {
        var text = new StringBuilder(json.Length + 64);
        var (inside, escaped) = (false, false);
        foreach (var letter in json.TrimStart('\uFEFF'))
        {
            text.Append(inside && letter < ' ' ? Escaped(letter) : letter.ToString());
            inside ^= letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped && inside;
        }

        return text.ToString();
    }

    private static string Escaped(char letter) => letter switch
    {
        '\n' => "\\n",
        '\r' => "",
        _ => " ",
    };
}
