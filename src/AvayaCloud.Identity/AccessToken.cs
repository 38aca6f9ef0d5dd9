using System.Buffers;

namespace AvayaCloud.Identity;

/// <summary>The bearer token of the Spaces API. Prints as a mask; <see cref="Reveal"/> is for the Authorization header only.</summary>
public readonly record struct AccessToken
{
    private readonly string _value;

    private AccessToken(string value) => _value = value;

    /// <summary>The token itself.</summary>
    public string Reveal() => _value;

    /// <inheritdoc />
    public override string ToString() => TokenSyntax.Mask;

    /// <summary>False for text that is not a token (RFC 6749, appendix A.12), or is too long for a header.</summary>
    public static bool TryParse(string? text, out AccessToken token)
    {
        token = TokenSyntax.IsValid(text) ? new AccessToken(text!) : default;
        return token._value is not null;
    }
}

/// <summary>What access and refresh tokens have in common.</summary>
internal static class TokenSyntax
{
    public const string Mask = "***";

    /// <summary>In characters, for both tokens together: they share one cookie of 4,096 bytes with the user.</summary>
    public const int MaxLength = 2048;

    // RFC 6749, appendix A: 1*VSCHAR. Without the space, which a header could not carry unchanged.
    private static readonly SearchValues<char> VisibleCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)]);

    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(VisibleCharacters);
}
