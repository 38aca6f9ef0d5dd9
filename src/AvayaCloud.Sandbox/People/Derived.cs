using System.Buffers.Text;

namespace AvayaCloud.Sandbox.People;

/// <summary>Ids and choices that depend on the seed alone, so that every start gives the same.</summary>
internal static class Derived
{
    /// <summary>A MongoDB object id, as Spaces uses [wire 4.0].</summary>
    public static string ObjectId(int seed, string what) => Hex(seed, what, 24);

    public static string Hex(int seed, string what, int length) => Convert.ToHexStringLower(Hash(seed, what))[..length];

    /// <summary>Called many times per space, so it uses FNV-1a with a finalizer, which is faster than the hash of an id.</summary>
    public static int Number(int seed, string what, int below)
    {
        var hash = what.Aggregate(14695981039346656037UL ^ (uint)seed, (sum, letter) => unchecked((sum ^ letter) * 1099511628211UL));
        hash = unchecked((hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL);
        return (int)((hash >> 33) % (ulong)below);
    }

    /// <summary>An App Engine datastore key, as the identity server uses: protobuf of the application "s~onesna2014", a kind of at least
    /// four letters, and a number [seed 1: the "ag…" ids].</summary>
    public static string IdentityKey(int seed, string what, string kind = "User")
    {
        var number = Hash(seed, what).AsSpan(0, 8);
        for (var i = 0; i < 8; i++)
            number[i] = i < 7 ? (byte)(number[i] | 0x80) : (byte)(number[i] & 0x7f);

        byte[] element = [0x0b, 0x12, (byte)kind.Length, .. Encoding.ASCII.GetBytes(kind), 0x18, .. number, 0x0c];
        byte[] key = [0x6a, 0x0c, .. "s~onesna2014"u8, 0x72, (byte)element.Length, .. element];
        return Base64Url.EncodeToString(key);
    }

    private static byte[] Hash(int seed, string what) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{what}")));
}
