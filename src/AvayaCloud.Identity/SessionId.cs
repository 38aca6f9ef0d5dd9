namespace AvayaCloud.Identity;

/// <summary>Identifies a session in ledgers, databases, claims and lists. It is the hash of a seed that only the cookie has, so what is
/// stored is not enough to forge a cookie's content.</summary>
public readonly record struct SessionId
{
    private const int Bytes = 16;
    private const int Characters = 22;

    private SessionId(string value, string? seed = null)
    {
        Value = value;
        Seed = seed;
    }

    /// <summary>The id, as in the <c>sid</c> claim.</summary>
    public string Value { get; }

    /// <summary>128 random bits; null when the id did not come from a cookie.</summary>
    internal string? Seed { get; }

    /// <summary>Creates a new one.</summary>
    public static SessionId Create() => OfSeed(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Parses a <see cref="Value"/>.</summary>
    public static bool TryParse(string? text, out SessionId id)
    {
        id = IsWellFormed(text) ? new SessionId(text!) : default;
        return id.Value is not null;
    }

    /// <summary>Ids are equal with and without the seed.</summary>
    public bool Equals(SessionId other) => Value == other.Value;

    /// <inheritdoc />
    public override int GetHashCode() => Value is null ? 0 : StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Enough to follow a session through a log, and not usable as an id.</summary>
    public override string ToString() => Value is null ? "none" : Value[..8];

    internal static bool TryParseSeed(string? seed, out SessionId id)
    {
        id = IsWellFormed(seed) ? OfSeed(seed!) : default;
        return id.Value is not null;
    }

    private static SessionId OfSeed(string seed) =>
        new(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(seed)).AsSpan(0, Bytes)), seed);

    private static bool IsWellFormed(string? text) => text is { Length: Characters } && Base64Url.IsValid(text);
}
