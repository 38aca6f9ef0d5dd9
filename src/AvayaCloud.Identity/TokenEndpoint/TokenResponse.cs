namespace AvayaCloud.Identity;

/// <summary>What the token endpoint may answer.</summary>
internal abstract record TokenResponse
{
    private TokenResponse()
    {
    }

    /// <summary>
    /// A pair. <paramref name="IdTokenSubject"/> is read for comparison only: HS256 with a key that no client has (wire 2.6).
    /// </summary>
    public sealed record Granted(
        AccessToken Access, RefreshToken? Refresh, TimeSpan Lifetime, string? IdToken, string? IdTokenSubject, Grant Grant) : TokenResponse
    {
        public override string ToString() => nameof(Granted);
    }

    /// <summary>A clear no with an error code of RFC 6749 section 5.2; trying again cannot help.</summary>
    public sealed record Refused(string Error) : TokenResponse
    {
        /// <summary>
        /// The code or the refresh token itself is refused, and not the client or the request. The second name is used by providers outside
        /// the RFC.
        /// </summary>
        public bool IsOfGrant => Error is "invalid_grant" or "bad_refresh_token";
    }

    /// <summary>No answer, or none that can be used: the grant may or may not be spent.</summary>
    public sealed record Unavailable(string Reason, DateTimeOffset? RetryAt = null) : TokenResponse
    {
        /// <summary>
        /// The refresh token of an answer whose access token cannot be used. The grant is spent by then, so this one alone buys another
        /// pair.
        /// </summary>
        public RefreshToken? Successor { get; init; }
    }
}
