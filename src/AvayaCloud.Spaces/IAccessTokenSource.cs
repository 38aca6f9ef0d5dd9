namespace AvayaCloud.Spaces;

/// <summary>Provides the access token of one client. The host implements it; refresh tokens never reach this library.</summary>
/// <remarks>If no token is available for a passing reason (the identity server is down), throw <see cref="HttpRequestException"/> or <see
/// cref="TimeoutException"/>. The caller then gets <see cref="SpacesErrorKind.Unavailable"/>, and the user is not signed out.</remarks>
public interface IAccessTokenSource
{
    /// <summary>The same for all tokens of this source.</summary>
    TokenKind Kind => TokenKind.OAuth;

    /// <returns>Null when no user is signed in.</returns>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Called after the API has responded with 401 to <paramref name="rejected"/>.</summary>
    /// <returns>A newer token, or null when there is none.</returns>
    ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken);
}

/// <summary>The type of a token, which the API expects in the header and at the socket [wire 3, 5.1].</summary>
public enum TokenKind
{
    /// <summary>An access token of the identity server: <c>Authorization: Bearer</c> [seed 1].</summary>
    OAuth,

    /// <summary>A JWT of the identity server, or of an anonymous guest: <c>Authorization: jwt</c> [repo LT].</summary>
    Jwt,

    /// <summary>A JWT that a service app has signed: <c>Authorization: service_app</c> [seed 3].</summary>
    ServiceApp,

    /// <summary>The token of an app inside a space: <c>Authorization: sat</c> [docs D/api/apps/tokeninfo_tokentype_token].</summary>
    SpaceAccess,
}

internal static class TokenKindExtensions
{
    public static string Scheme(this TokenKind kind) => kind switch
    {
        TokenKind.Jwt => "jwt",
        TokenKind.ServiceApp => "service_app",
        TokenKind.SpaceAccess => "sat",
        _ => "Bearer",
    };
}
