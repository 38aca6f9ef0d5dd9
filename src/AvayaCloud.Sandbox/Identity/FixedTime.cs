using System.Security.Cryptography;
using System.Text;

namespace AvayaCloud.Sandbox.Identity;

internal static class FixedTime
{
    /// <summary>Compares a secret with what was sent, without telling by the time taken how much of it was right.</summary>
    public static bool AreEqual(string? given, string? expected) =>
        given is not null
        && expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
