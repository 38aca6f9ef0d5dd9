namespace AvayaCloud.Identity;

/// <summary>A user's session, as the cookie carries it. Only the engine sees it; pages get its <see cref="SessionSummary"/>.</summary>
/// <param name="StartedAt">The sign-in; the absolute timeout counts from here.</param>
/// <param name="ActiveAt">The user's latest request, to the minute; the idle timeout counts from here.</param>
/// <param name="Tokens">The generation that this browser has.</param>
internal sealed record Session(SessionId Id, SignedInUser User, DateTimeOffset StartedAt, DateTimeOffset ActiveAt, TokenSet Tokens)
{
    private const byte Version = 2;

    /// <summary>Half the size of the framework's serializer, which writes claim types, issuers and property names in full.</summary>
    public byte[] Serialize()
    {
        using var stream = new MemoryStream(512);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(Id.Seed!);
        writer.Write7BitEncodedInt64(StartedAt.ToUnixTimeSeconds());
        writer.Write7BitEncodedInt64(ActiveAt.ToUnixTimeSeconds());
        writer.Write(User.UserId);
        writer.Write(User.IdentityId ?? "");
        writer.Write(User.Name);
        writer.Write(User.Email ?? "");
        writer.Write(User.PictureUrl ?? "");
        Tokens.WriteTo(writer);
        return stream.ToArray();
    }

    /// <summary>Null when the bytes are not a session, or one of another version.</summary>
    public static Session? Deserialize(byte[] data)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(data, writable: false), Encoding.UTF8);
            return reader.ReadByte() == Version ? Read(reader) : null;
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static Session? Read(BinaryReader reader)
    {
        if (!SessionId.TryParseSeed(reader.ReadString(), out var id))
            return null;
        var startedAt = DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64());
        var activeAt = DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64());
        var user = new SignedInUser(
            reader.ReadString(), ReadOptional(reader), reader.ReadString(), ReadOptional(reader), ReadOptional(reader));
        return TokenSet.Read(reader) is { } tokens ? new Session(id, user, startedAt, activeAt, tokens) : null;
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;
}
