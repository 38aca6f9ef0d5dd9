using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Keeps from the database who has which session with what browser.</summary>
internal sealed class ActiveSessionProtector(IDataProtectionProvider protection)
{
    private const char Between = '\n';

    private readonly IDataProtector _protector = protection.CreateProtector("AvayaCloud.Identity.Postgres.Note.v1");

    public static byte[] HashUser(string userId) => SHA256.HashData(Encoding.UTF8.GetBytes(userId));

    public byte[] Protect(ActiveSession session) =>
        _protector.Protect(Encoding.UTF8.GetBytes($"{session.Id.Value}{Between}{session.Browser}"));

    /// <summary>The browser; nothing when it was sealed for another session or with keys that are gone.</summary>
    public string Unprotect(SessionId id, byte[] protectedData)
    {
        try
        {
            var text = Encoding.UTF8.GetString(_protector.Unprotect(protectedData));
            return text.StartsWith(id.Value + Between, StringComparison.Ordinal) ? text[(id.Value.Length + 1)..] : "";
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
