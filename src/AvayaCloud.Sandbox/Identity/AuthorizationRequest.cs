using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Extensions;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>A valid request to <c>/oauth2/authorize</c> [wire 2.3].</summary>
internal sealed class AuthorizationRequest
{
    private static readonly string[] Parameters =
        ["client_id", "redirect_uri", "response_type", "scope", "state", "access_type", "code_challenge", "code_challenge_method"];

    public string Id { get; } = TokenVault.NewValue();
    public required string RedirectUri { get; init; }
    public required IReadOnlyList<Scope> Scopes { get; init; }

    /// <summary><c>response_type=token</c>: the response has the token itself, no code [seed 2].</summary>
    public required bool IsImplicit { get; init; }
    public required Pkce? Pkce { get; init; }
    public required string? State { get; init; }

    /// <summary>Only an explicit <c>access_type=online</c> brings no refresh token [guess].</summary>
    public required bool IsOffline { get; init; }

    /// <summary>Path and query as sent, to return to after signing in as another user.</summary>
    public required string OriginalUrl { get; init; }

    public static bool TryParse(
        HttpRequest request,
        SandboxClient client,
        SandboxOptions options,
        [NotNullWhen(true)] out AuthorizationRequest? parsed,
        [NotNullWhen(false)] out OAuthError? error)
    {
        var query = request.Query;
        error = Validate(query, client, options, out var scopes, out var pkce);
        parsed = error is not null ? null : new AuthorizationRequest
        {
            RedirectUri = query["redirect_uri"]!,
            Scopes = scopes,
            IsImplicit = query["response_type"] == "token",
            Pkce = pkce,
            State = query["state"],
            IsOffline = query["access_type"] != "online",
            OriginalUrl = request.GetEncodedPathAndQuery(),
        };
        return parsed is not null;
    }

    private static OAuthError? Validate(
        IQueryCollection query, SandboxClient client, SandboxOptions options, out IReadOnlyList<Scope> scopes, out Pkce? pkce)
    {
        scopes = [];
        pkce = null;
        // RFC 6749 §3.1: no parameter may be repeated. Unknown ones (grand_type, product_name …) are ignored.
        if (Parameters.FirstOrDefault(name => query[name].Count > 1) is { } repeated)
            return OAuthError.RepeatedParameter(repeated);
        if (query["client_id"] != client.ClientId)
            return new OAuthError("unauthorized_client", "An unauthorized client tried to access your resources.");
        if (!RedirectUris.IsAllowed(options, query["redirect_uri"]))
            return OAuthError.InvalidRequest("The requested redirect didn't match the client settings.");
        if (string.IsNullOrEmpty(query["response_type"]))
            return OAuthError.MissingParameter("response_type");
        if (query["response_type"].ToString() is not ("code" or "token"))
            return new OAuthError("unsupported_response_type", "This response_type is not supported.");
        if (!Scope.TryParse(query["scope"], out scopes))
            return OAuthError.InvalidScope with { Description = "The requested scope is not known." };
        return Pkce.TryParse(query["code_challenge"], query["code_challenge_method"], out pkce)
            ? null
            : OAuthError.InvalidRequest("The code challenge or its method is not valid.");
    }
}
