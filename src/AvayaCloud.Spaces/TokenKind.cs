namespace AvayaCloud.Spaces;

/// <summary>What sort of token a source gives: the API wants to be told, in the header and at the socket [wire 3, 5.1].</summary>
public enum TokenKind
{
    /// <summary>An access token of the identity server: <c>Authorization: Bearer</c> [seed 1].</summary>
    OAuth,

    /// <summary>A JWT of the identity server, or an anonymous guest's: <c>Authorization: jwt</c> [repo LT].</summary>
    Jwt,

    /// <summary>A JWT that a service app signed itself: <c>Authorization: service_app</c> [seed 3].</summary>
    ServiceApp,

    /// <summary>
    /// A space access token of an app that lives in a room: <c>Authorization: sat</c> [docs D/api/apps/tokeninfo_tokentype_token].
    /// </summary>
    SpaceAccess,
}

internal static class TokenKinds
{
    public static string Scheme(this TokenKind kind) => kind switch
    {
        TokenKind.Jwt => "jwt",
        TokenKind.ServiceApp => "service_app",
        TokenKind.SpaceAccess => "sat",
        _ => "Bearer",
    };
}
