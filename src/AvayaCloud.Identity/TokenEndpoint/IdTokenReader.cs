using System.Buffers.Text;

namespace AvayaCloud.Identity;

/// <summary>
/// Looks into an id_token that nobody but the provider can verify (HS256, key unpublished: wire 2.6), to compare its subject.
/// </summary>
internal static class IdTokenReader
{
    public static string? Subject(string? idToken)
    {
        if (idToken?.Split('.') is not [_, { Length: > 0 and < 8192 } payload, _])
            return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Text("sub") : null;
        }
        catch (Exception notReadable) when (notReadable is FormatException or JsonException)
        {
            return null;
        }
    }
}
