namespace AvayaCloud.Identity;

/// <summary>The token that is exchanged for the next pair, once: this provider rotates it (RFC 6749 section 6). Prints as a mask; <see
/// cref="Reveal"/> is for the body of a request to the token or revocation endpoint only.</summary>
internal readonly record struct RefreshToken
{
    private readonly string _value;

    private RefreshToken(string value) => _value = value;

    public string Reveal() => _value;

    public override string ToString() => TokenSyntax.Mask;

    /// <summary>False for text that is not a token (RFC 6749, appendix A.17), or is too long for a cookie.</summary>
    public static bool TryParse(string? text, out RefreshToken token)
    {
        token = TokenSyntax.IsValid(text) ? new RefreshToken(text!) : default;
        return token._value is not null;
    }
}
