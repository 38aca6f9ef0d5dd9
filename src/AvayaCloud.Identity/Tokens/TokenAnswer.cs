namespace AvayaCloud.Identity;

/// <summary>What the token endpoint may answer.</summary>
internal abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    /// <summary>A pair. <paramref name="IdTokenSubject"/> is read for comparison only: HS256 with a key that no client has (wire 2.6).</summary>
    public sealed record Granted(AccessToken Access, RefreshToken? Refresh, TimeSpan Lifetime, string? IdToken, string? IdTokenSubject, GrantTerms Terms) : TokenAnswer
    {
        public override string ToString() => nameof(Granted);
    }

    /// <summary>A clear no with an error code of RFC 6749 section 5.2; trying again cannot help.</summary>
    public sealed record Refused(string Error) : TokenAnswer;

    /// <summary>No answer, or none that can be believed: the grant may or may not have been used up.</summary>
    public sealed record Unavailable(string Reason, DateTimeOffset? RetryAt = null) : TokenAnswer;
}
