namespace AvayaCloud.Sandbox;

/// <summary>An access token and the refresh token that was issued with it.</summary>
public sealed class SandboxTokenPair(string accessToken, string? refreshToken)
{
    public string AccessToken { get; } = accessToken;

    public string? RefreshToken { get; } = refreshToken;

    public override string ToString() => "(tokens)";
}
