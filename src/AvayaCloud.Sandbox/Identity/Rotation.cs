namespace AvayaCloud.Sandbox.Identity;

/// <summary>What became of a refresh token that was handed in.</summary>
internal abstract record Rotation
{
    private Rotation()
    {
    }

    public sealed record Done(Grant Grant, SandboxTokenPair Tokens) : Rotation;

    public sealed record Reused : Rotation;

    public sealed record Unknown : Rotation;
}
