namespace AvayaCloud.Identity;

/// <summary>A mounted secret in one line. The line break that editors add at the end is ignored.</summary>
internal static class ClientSecretFile
{
    public static string Read(string path) => File.ReadAllText(path).Trim();

    /// <summary>Why the file cannot be used, for the operator; null if it can.</summary>
    public static string? FindError(string path)
    {
        try
        {
            return Read(path) switch
            {
                [] => $"names an empty file ({path}).",
                ['"' or '\'', ..] or [.., '"' or '\''] => $"names a file that holds more than the secret ({path}): quotation marks.",
                var secret when secret.Any(char.IsControl) => $"names a file that holds more than the secret ({path}): a second line.",
                _ => null,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"names a file that cannot be read ({path}): mount it readable for the portal's user.";
        }
    }
}
