namespace AvayaCloud.Sandbox.Identity;

internal abstract record TokenResponse
{
    private TokenResponse()
    {
    }

    public static TokenResponse InvalidGrant { get; } = new Refused("invalid_grant");

    public static TokenResponse InvalidRequest(string description) => new Refused("invalid_request", description);

    public sealed record Issued(Grant Grant, SandboxTokenPair Tokens) : TokenResponse;

    /// <summary>Outcome: what the log says, where that is more than the error.</summary>
    public sealed record Refused(string Error, string? Description = null, string? Outcome = null) : TokenResponse;
}
