using System.Buffers.Text;

namespace AvayaCloud.Identity;

/// <summary>
/// Names one session, from sign-in to its end, wherever it is kept: in ledgers, databases, claims and lists. It is the hash of a seed
/// that the cookie alone carries, so that nobody can make a cookie's content out of what is kept.
/// </summary>
public readonly record struct SessionId
{
    private const int Bytes = 16;
    private const int Characters = 22;

    private SessionId(string value, string? seed = null) => (Value, Seed) = (value, seed);

    /// <summary>The id as it stands in the <c>sid</c> claim.</summary>
    public string Value { get; }

    /// <summary>128 bits of chance; null wherever the id did not come from the cookie.</summary>
    internal string? Seed { get; }

    /// <summary>A new one.</summary>
    public static SessionId Create() => Of(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>False when the text is no id's <see cref="Value"/>.</summary>
    public static bool TryParse(string? text, out SessionId id)
    {
        id = IsWellFormed(text) ? new SessionId(text!) : default;
        return id.Value is not null;
    }

    /// <summary>The same session, wherever the id came from.</summary>
    public bool Equals(SessionId other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Value is null ? 0 : StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Enough to follow a session through a log, of no use to anybody else.</summary>
    public override string ToString() => Value is null ? "none" : Value[..8];

    internal static bool TryParseSeed(string? seed, out SessionId id)
    {
        id = IsWellFormed(seed) ? Of(seed!) : default;
        return id.Value is not null;
    }

    private static SessionId Of(string seed) =>
        new(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(seed)).AsSpan(0, Bytes)), seed);

    private static bool IsWellFormed(string? text) => text is { Length: Characters } && Base64Url.IsValid(text);
}
