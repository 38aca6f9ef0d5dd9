using Refit;

namespace AvayaCloud.Spaces;

/// <summary>The door for people without an account [wire 3.1].</summary>
[Headers("Accept: application/json")]
public interface IGuestsApi
{
    /// <summary>Without a token [docs D/api/users/anonymous_auth]. Asked twice, one of the two passes is never used.</summary>
    [Post("/anonymous/auth"), Headers(Repeatable.Mark)]
    Task<IApiResponse<GuestPass>> EnterAsync([Body] GuestRequest guest, CancellationToken cancellationToken);
}
