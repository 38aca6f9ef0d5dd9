using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity;

/// <summary>Encrypts tokens that are stored outside the cookie. A session's tokens can be decrypted only for that session.</summary>
internal sealed class TokenProtector(IDataProtectionProvider protection)
{
    private readonly IDataProtector _tokens = protection.CreateProtector("AvayaCloud.Identity.Ledger.v2");
    private readonly IDataProtector _revocations = protection.CreateProtector("AvayaCloud.Identity.Revocations.v1");

    public byte[] Protect(SessionId id, TokenSet tokens)
    {
        using var stream = new MemoryStream(256);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(id.Value);
        tokens.WriteTo(writer);
        return _tokens.Protect(stream.ToArray());
    }

    /// <summary>Null when they belong to another session, or the key no longer exists.</summary>
    public TokenSet? Unprotect(SessionId id, byte[] protectedData)
    {
        if (TryUnprotect(_tokens, protectedData) is not { } data)
            return null;
        using var reader = new BinaryReader(new MemoryStream(data, writable: false), Encoding.UTF8);
        return reader.ReadString() == id.Value ? TokenSet.Read(reader) : null;
    }

    /// <summary>What the replicas share, if it is a newer generation than the caller's.</summary>
    public TokenSet? UnprotectNewer(SessionId id, SharedTokens? shared, int generation) =>
        shared is not null && shared.Generation > generation ? Unprotect(id, shared.ProtectedTokens) : null;

    /// <summary>For a token that is only waiting to be revoked, without a session.</summary>
    public byte[] Protect(RefreshToken token) => _revocations.Protect(Encoding.UTF8.GetBytes(token.Reveal()));

    /// <summary>Null when the key no longer exists.</summary>
    public RefreshToken? Unprotect(byte[] protectedData) =>
        TryUnprotect(_revocations, protectedData) is { } data && RefreshToken.TryParse(Encoding.UTF8.GetString(data), out var token)
            ? token
            : null;

    private static byte[]? TryUnprotect(IDataProtector protector, byte[] protectedData)
    {
        try
        {
            return protector.Unprotect(protectedData);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
