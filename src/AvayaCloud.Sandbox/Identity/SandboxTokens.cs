using AvayaCloud.Sandbox.Identity;

namespace AvayaCloud.Sandbox;

/// <summary>Lets a test expire, revoke and inspect the tokens that were issued.</summary>
public sealed class SandboxTokens
{
    private readonly TokenVault _vault;

    internal SandboxTokens(TokenVault vault) => _vault = vault;

    /// <summary>The API rejects the user's access tokens with 401 from now on; refreshing still works.</summary>
    public void ExpireAccessTokens(string username) => _vault.ExpireAccessTokens(grant => BelongsTo(grant, username));

    /// <summary>Does so for all users.</summary>
    public void ExpireAccessTokens() => _vault.ExpireAccessTokens(_ => true);

    /// <summary>Revokes access and refresh tokens of the user, as a sign-out elsewhere does.</summary>
    public void RevokeSession(string username) => _vault.Revoke(grant => BelongsTo(grant, username));

    public bool IsRefreshTokenAlive(string refreshToken) => _vault.IsRefreshTokenValid(refreshToken);

    public bool IsAccessTokenAlive(string accessToken) => _vault.FindByAccessToken(accessToken) is not null;

    /// <summary>The user's newest tokens; null when none were issued.</summary>
    public SandboxTokenPair? LatestTokens(string username) => _vault.FindLatest(grant => BelongsTo(grant, username));

    private static bool BelongsTo(Grant grant, string username) =>
        string.Equals(grant.User.Login, username, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An access token and the refresh token that came with it.</summary>
public sealed class SandboxTokenPair(string accessToken, string? refreshToken)
{
    public string AccessToken { get; } = accessToken;

    public string? RefreshToken { get; } = refreshToken;

    public override string ToString() => "(tokens)";
}
