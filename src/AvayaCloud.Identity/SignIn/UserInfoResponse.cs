namespace AvayaCloud.Identity;

/// <summary>What tokeninfo and users/me may say of the person.</summary>
internal abstract record UserInfoResponse
{
    private UserInfoResponse()
    {
    }

    public sealed record Known(SignedInUser User) : UserInfoResponse;

    /// <summary>The path does not exist there: tokeninfo's is a guess of the wire contract.</summary>
    public sealed record NotServed : UserInfoResponse;

    public sealed record OtherAudience : UserInfoResponse;

    public sealed record Refused(int Status) : UserInfoResponse;

    public sealed record Unavailable(string Reason) : UserInfoResponse;
}
