using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AvayaCloud.Identity;

/// <summary>The authorization response as it stands in the callback's query.</summary>
internal sealed record CallbackParameters(string? State, string? Code, string? Error, string? Issuer)
{
    // Longer than the longest state that we make; what is longer is not ours.
    private const int MaxLength = 8192;

    /// <summary>
    /// Null when a parameter stands twice (RFC 6749 section 3.1), when success and error stand together, or when a value is too long:
    /// whoever wrote that was not the provider.
    /// </summary>
    public static CallbackParameters? Read(IQueryCollection query)
    {
        string[] names =
        [
            OpenIdConnectParameterNames.State, OpenIdConnectParameterNames.Code,
            OpenIdConnectParameterNames.Error, OpenIdConnectParameterNames.Iss,
        ];
        if (names.Any(name => query[name] is { Count: > 1 } || query[name].ToString().Length > MaxLength))
            return null;

        var read = new CallbackParameters(One(query, names[0]), One(query, names[1]), One(query, names[2]), One(query, names[3]));
        return read is { Code: not null, Error: not null } ? null : read;
    }

    // A code and a state are secrets until they are spent.
    public override string ToString() => nameof(CallbackParameters);

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
