namespace AvayaCloud.Spaces;

/// <summary>What a guest wants to be called; all of it may be left out [docs D/api/users/anonymous_auth].</summary>
public sealed record GuestRequest
{
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("picturefile")] public string? Picture { get; init; }
}

/// <summary>Lets somebody without an account into spaces that are open to guests, for a day [docs D/api/users/anonymous_auth]. A token
/// source: make a client or a live connection of it. It is not renewed: another pass is another guest.</summary>
public sealed class GuestPass : IAccessTokenSource
{
    /// <summary>A secret, as every token is.</summary>
    [JsonPropertyName("token")] public string Token { get; init => field = value ?? ""; } = "";

    TokenKind IAccessTokenSource.Kind => TokenKind.Jwt;

    ValueTask<string?> IAccessTokenSource.GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(Token);

    ValueTask<string?> IAccessTokenSource.RefreshAsync(
        string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    public override string ToString() => "(the pass of a guest)";
}
