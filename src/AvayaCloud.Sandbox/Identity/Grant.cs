using AvayaCloud.Sandbox.People;

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

/// <summary>Tokens with the grant that they belong to.</summary>
internal sealed record IssuedTokens(Grant Grant, SandboxTokenPair Pair);
