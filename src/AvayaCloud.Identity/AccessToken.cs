namespace AvayaCloud.Identity;

/// <summary>The bearer token of the Spaces API. Prints as a mask; <see cref="Reveal"/> is for the Authorization header alone.</summary>
public readonly record struct AccessToken
{
    private readonly string _value;

    private AccessToken(string value) => _value = value;

    /// <summary>The token itself.</summary>
    public string Reveal() => _value;

    /// <inheritdoc />
    public override string ToString() => TokenText.Mask;

    /// <summary>False when the text is no token by RFC 6749, appendix A.12, or is longer than a header should be.</summary>
    public static bool TryParse(string? text, out AccessToken token)
    {
        token = TokenText.IsToken(text) ? new AccessToken(text!) : default;
        return token._value is not null;
    }
}
