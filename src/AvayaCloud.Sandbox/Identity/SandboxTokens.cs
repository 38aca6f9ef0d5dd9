namespace AvayaCloud.Sandbox;

/// <summary>A test's hand on the tokens that are out.</summary>
public sealed class SandboxTokens
{
    private readonly TokenVault _vault;

    internal SandboxTokens(TokenVault vault) => _vault = vault;

    /// <summary>The API answers 401 from now on; refreshing still works.</summary>
    public void ExpireAccessTokens(string username) => _vault.ExpireAccess(grant => IsOf(grant, username));

    /// <summary>Everybody's.</summary>
    public void ExpireAccessTokens() => _vault.ExpireAccess(_ => true);

    /// <summary>Access and refresh tokens of the person are dead, as after a sign-out elsewhere.</summary>
    public void RevokeSession(string username) => _vault.Revoke(grant => IsOf(grant, username));

    public bool IsRefreshTokenAlive(string refreshToken) => _vault.IsRefreshAlive(refreshToken);

    public bool IsAccessTokenAlive(string accessToken) => _vault.GrantOfAccess(accessToken) is not null;

    /// <summary>What the person was given last; null when nothing is out.</summary>
    public SandboxTokenPair? LatestTokens(string username) => _vault.Latest(grant => IsOf(grant, username));

    private static bool IsOf(Grant grant, string username) =>
        string.Equals(grant.Person.Login, username, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An access token and the refresh token that came with it.</summary>
public sealed class SandboxTokenPair(string accessToken, string? refreshToken)
{
    public string AccessToken { get; } = accessToken;

    public string? RefreshToken { get; } = refreshToken;

    public override string ToString() => "(tokens)";
}
