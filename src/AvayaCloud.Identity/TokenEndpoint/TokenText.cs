using System.Buffers;

namespace AvayaCloud.Identity;

/// <summary>What both kinds of token share: how they look, how long they may be, and how they are kept out of sight.</summary>
internal static class TokenText
{
    public const string Mask = "***";

    /// <summary>
    /// In characters, for the two together: they travel with the person in one cookie of 4,096 bytes, and the access token in one header
    /// line.
    /// </summary>
    public const int MaxLength = 2048;

    // RFC 6749, appendix A: 1*VSCHAR. The blank is left out: no header could carry it back unharmed.
    private static readonly SearchValues<char> Visible =
        SearchValues.Create([.. Enumerable.Range(0x21, 0x7E - 0x21 + 1).Select(code => (char)code)]);

    public static bool IsToken(string? text) => text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Visible);

    public static bool AreTooLong(string? access, string? refresh) => (access?.Length ?? 0) + (refresh?.Length ?? 0) > MaxLength;
}
