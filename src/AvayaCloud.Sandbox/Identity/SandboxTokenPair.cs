namespace AvayaCloud.Sandbox;

/// <summary>An access token and the refresh token that was issued with it.</summary>
public sealed record SandboxTokenPair(string AccessToken, string? RefreshToken)
{
    public override string ToString() => "(tokens)";
}
