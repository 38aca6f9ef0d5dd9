using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>What a client asks for at <c>/oauth2/authorize</c> [wire 2.3].</summary>
internal sealed class AuthorizationRequest
{
    public required string Id { get; init; }

    public required string ClientId { get; init; }

    public required string RedirectUri { get; init; }

    public required IReadOnlyList<Scope> Scopes { get; init; }

    /// <summary>response_type=token: no code, the token itself [seed 2].</summary>
    public required bool IsImplicit { get; init; }

    public required Pkce? Pkce { get; init; }

    public required string? State { get; init; }

    /// <summary>Only an express <c>access_type=online</c> goes without a refresh token [guess].</summary>
    public required bool Offline { get; init; }

    /// <summary>Path and query as they came, to come back to after signing in as somebody else.</summary>
    public required string Original { get; init; }

    /// <summary>State is returned unchanged, on consent and on denial [seed 1].</summary>
    public string Callback(string name, string value)
    {
        var uri = State is null ? RedirectUri : QueryHelpers.AddQueryString(RedirectUri, "state", State);
        return QueryHelpers.AddQueryString(uri, name, value);
    }
}
