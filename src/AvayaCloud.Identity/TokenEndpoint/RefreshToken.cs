namespace AvayaCloud.Identity;

/// <summary>
/// The token that buys the next pair, once: this provider rotates it. Prints as a mask; <see cref="Reveal"/> is for the body of a call
/// to the token or revocation endpoint alone (RFC 6749 section 6).
/// </summary>
internal readonly record struct RefreshToken
{
    private readonly string _value;

    private RefreshToken(string value) => _value = value;

    /// <summary>The token itself.</summary>
    public string Reveal() => _value;

    /// <inheritdoc />
    public override string ToString() => TokenText.Mask;

    /// <summary>False when the text is no token by RFC 6749, appendix A.17, or is longer than a cookie can carry.</summary>
    public static bool TryParse(string? text, out RefreshToken token)
    {
        token = TokenText.IsToken(text) ? new RefreshToken(text!) : default;
        return token._value is not null;
    }
}
