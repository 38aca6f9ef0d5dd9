namespace AvayaCloud.Identity;

/// <summary>What tokeninfo and users/me may say of the person.</summary>
internal abstract record IdentityAnswer
{
    private IdentityAnswer()
    {
    }

    public sealed record Known(Person Person) : IdentityAnswer;

    /// <summary>The path does not exist there: tokeninfo's is a guess of the wire contract.</summary>
    public sealed record NotServed : IdentityAnswer;

    public sealed record OtherAudience : IdentityAnswer;

    public sealed record Refused(int Status) : IdentityAnswer;

    public sealed record Unavailable(string Reason) : IdentityAnswer;
}
