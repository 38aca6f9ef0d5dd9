using System.Buffers.Text;
using System.Security.Cryptography;

namespace AvayaCloud.Identity;

/// <summary>Names one session, from sign-in to its end: 128 bits of chance in 22 characters. No secret by itself, but not shown either.</summary>
public readonly record struct SessionId
{
    private const int Bytes = 16;
    private const int Characters = 22;

    private SessionId(string value) => Value = value;

    /// <summary>The id as it stands in the <c>sid</c> claim.</summary>
    public string Value { get; }

    /// <summary>A new one.</summary>
    public static SessionId Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>False when the text was not made by <see cref="Create"/>.</summary>
    public static bool TryParse(string? text, out SessionId id)
    {
        id = text is { Length: Characters } && Base64Url.IsValid(text) ? new SessionId(text) : default;
        return id.Value is not null;
    }

    /// <summary>A short hash: enough to follow a session through a log, of no use to anybody else.</summary>
    public override string ToString() =>
        Value is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Value)).AsSpan(0, 4));
}
