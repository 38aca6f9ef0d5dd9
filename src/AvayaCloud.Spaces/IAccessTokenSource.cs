namespace AvayaCloud.Spaces;

/// <summary>Whose token a client sends. The host implements it over its session; refresh tokens never come here.</summary>
/// <remarks>
/// When a token cannot be had for a passing reason (the identity server is down), throw <see cref="HttpRequestException"/>
/// or <see cref="TimeoutException"/>: the caller then sees <see cref="SpacesOutcome{T}.Unavailable"/>, not a lost session.
/// </remarks>
public interface IAccessTokenSource
{
    /// <summary>Of all its tokens alike.</summary>
    TokenKind Kind => TokenKind.OAuth;

    /// <returns>Null when nobody is signed in.</returns>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Called after the API answered 401 to <paramref name="rejected"/>.</summary>
    /// <returns>A newer token, or null when there is none to be had.</returns>
    ValueTask<string?> RenewAsync(string rejected, CancellationToken cancellationToken);
}
