namespace AvayaCloud.Sandbox.Identity;

/// <summary>What a user has granted to the client. Revoking it revokes every token that was issued for it.</summary>
internal sealed class Grant
{
    public required Person User { get; init; }
    public required IReadOnlyList<Scope> Scopes { get; init; }

    /// <summary>It has refresh tokens [seed 1: access_type=offline].</summary>
    public bool IsOffline { get; init; }

    /// <summary>It was obtained without a client secret, and can be refreshed without one.</summary>
    public bool IsPublicClient { get; init; }
    public bool IsRevoked { get; set; }
}

/// <summary>An authorization code: valid for ten minutes, redeemed once.</summary>
internal sealed record AuthorizationCode(AuthorizationRequest Request, Person User, DateTimeOffset Expires)
{
    /// <summary>Null until the code is redeemed.</summary>
    public Grant? Grant { get; set; }
}

/// <summary>A pair of tokens, and what became of it.</summary>
internal sealed record IssuedTokens(Grant Grant, SandboxTokenPair Pair)
{
    public required DateTimeOffset AccessTokenExpires { get; set; }

    /// <summary>A refresh invalidates both tokens [wire 2.5].</summary>
    public bool IsRefreshed { get; set; }
}
