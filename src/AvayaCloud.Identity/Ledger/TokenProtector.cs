using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity;

/// <summary>Keeps tokens unreadable wherever they rest outside the cookie, bound to their session.</summary>
internal sealed class TokenProtector(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AvayaCloud.Identity.Ledger.v2");
    private readonly IDataProtector _revocations = protection.CreateProtector("AvayaCloud.Identity.Revocations.v1");

    public byte[] Protect(SessionId id, TokenSet tokens)
    {
        using var stream = new MemoryStream(256);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(id.Value);
            TokenSetCodec.Write(writer, tokens);
        }

        return _protector.Protect(stream.ToArray());
    }

    /// <summary>A token that only waits to be revoked: of no session any more.</summary>
    public byte[] Protect(RefreshToken token) => _revocations.Protect(Encoding.UTF8.GetBytes(token.Reveal()));

    /// <summary>Null when it was sealed with keys that are gone.</summary>
    public RefreshToken? Unprotect(byte[] protectedData)
    {
        try
        {
            return RefreshToken.TryParse(Encoding.UTF8.GetString(_revocations.Unprotect(protectedData)), out var token) ? token : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Null when it was sealed for another session or with keys that are gone.</summary>
    public TokenSet? Unprotect(SessionId id, byte[] protectedData)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(_protector.Unprotect(protectedData), writable: false), Encoding.UTF8);
            return reader.ReadString() == id.Value ? TokenSetCodec.Read(reader) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
