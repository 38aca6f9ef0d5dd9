namespace AvayaCloud.Spaces;

/// <summary>How a guest is shown to others; every member is optional [docs D/api/users/anonymous_auth].</summary>
public sealed record GuestRequest
{
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("picturefile")] public string? Picture { get; init; }
}

/// <summary>Admits a user without an account to spaces that are open to guests, for a day [docs D/api/users/anonymous_auth]. It is a token
/// source for a client or a live connection. It cannot be refreshed: another pass is another guest.</summary>
public sealed class GuestPass : IAccessTokenSource
{
    /// <summary>A secret, like every token.</summary>
    [JsonPropertyName("token")] public string Token { get; init => field = value ?? ""; } = "";

    TokenKind IAccessTokenSource.Kind => TokenKind.Jwt;

    ValueTask<string?> IAccessTokenSource.GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(Token);

    ValueTask<string?> IAccessTokenSource.RefreshAsync(
        string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    public override string ToString() => "(the pass of a guest)";
}
