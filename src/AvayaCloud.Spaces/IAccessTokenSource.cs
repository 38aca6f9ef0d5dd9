namespace AvayaCloud.Spaces;

/// <summary>Whose token a client sends. The host implements it over its session; refresh tokens never come here.</summary>
/// <remarks>When a token cannot be had for a passing reason (the identity server is down), throw <see cref="HttpRequestException"/> or <see
/// cref="TimeoutException"/>: the caller then sees <see cref="SpacesOutcome{T}.Unavailable"/>, not a lost session.</remarks>
public interface IAccessTokenSource
{
    /// <summary>Of all its tokens alike.</summary>
    TokenKind Kind => TokenKind.OAuth;

    /// <returns>Null when nobody is signed in.</returns>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Called after the API answered 401 to <paramref name="rejected"/>.</summary>
    /// <returns>A newer token, or null when there is none to be had.</returns>
    ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken);
}

/// <summary>What sort of token a source gives: the API wants to be told, in the header and at the socket [wire 3, 5.1].</summary>
public enum TokenKind
{
    /// <summary>An access token of the identity server: <c>Authorization: Bearer</c> [seed 1].</summary>
    OAuth,

    /// <summary>A JWT of the identity server, or an anonymous guest's: <c>Authorization: jwt</c> [repo LT].</summary>
    Jwt,

    /// <summary>A JWT that a service app signed itself: <c>Authorization: service_app</c> [seed 3].</summary>
    ServiceApp,

    /// <summary>A space access token of an app that lives in a room: <c>Authorization: sat</c> [docs
    /// D/api/apps/tokeninfo_tokentype_token].</summary>
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
