namespace AvayaCloud.Spaces;

/// <summary>Ids are 24 hexadecimal characters [wire 4.0]; other words may be, but nothing that would lead a path elsewhere.</summary>
internal static class PathId
{
    private const int Longest = 64;

    public static bool IsWellFormed(string? id) =>
        id is { Length: > 0 and <= Longest } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
