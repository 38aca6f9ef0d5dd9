namespace AvayaCloud.Sandbox.Identity;

internal abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    public static TokenAnswer InvalidGrant { get; } = new Refused("invalid_grant");

    public static TokenAnswer InvalidRequest(string description) => new Refused("invalid_request", description);

    public sealed record Issued(Grant Grant, SandboxTokenPair Tokens) : TokenAnswer;

    /// <summary>Outcome: what the log says, where that is more than the error.</summary>
    public sealed record Refused(string Error, string? Description = null, string? Outcome = null) : TokenAnswer;
}
