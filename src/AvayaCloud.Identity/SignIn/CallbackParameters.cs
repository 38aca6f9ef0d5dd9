namespace AvayaCloud.Identity;

/// <summary>The parameters of the authorization response (RFC 6749 section 4.1.2).</summary>
internal sealed record CallbackParameters(string? State, string? Code, string? Error, string? Issuer)
{
    // Longer than the longest state that the handler creates.
    private const int MaxLength = 8192;

    /// <summary>Null when a parameter is repeated (RFC 6749 section 3.1), when there are both a code and an error, or when a value is too
    /// long: the provider would not send that.</summary>
    public static CallbackParameters? Read(IQueryCollection query)
    {
        string[] names =
        [
            OpenIdConnectParameterNames.State, OpenIdConnectParameterNames.Code,
            OpenIdConnectParameterNames.Error, OpenIdConnectParameterNames.Iss,
        ];
        if (names.Any(name => query[name] is { Count: > 1 } || query[name].ToString().Length > MaxLength))
            return null;
        var parameters = new CallbackParameters(Find(names[0]), Find(names[1]), Find(names[2]), Find(names[3]));
        return parameters is { Code: not null, Error: not null } ? null : parameters;

        string? Find(string name) => query[name] is [{ Length: > 0 } value] ? value : null;
    }

    // Without the code and the state, which are secrets until they are consumed.
    public override string ToString() => nameof(CallbackParameters);
}
