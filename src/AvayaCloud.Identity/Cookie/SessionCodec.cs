namespace AvayaCloud.Identity;

/// <summary>
/// A session in the fewest bytes: the framework's serializer writes claim types, issuers and property names out in full, which with two
/// tokens comes to twice the size.
/// </summary>
internal static class SessionCodec
{
    private const byte Version = 2;

    public static byte[] Encode(Session session)
    {
        using var stream = new MemoryStream(512);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(Version);
            writer.Write(session.Id.Seed!);
            writer.Write7BitEncodedInt64(session.StartedAt.ToUnixTimeSeconds());
            writer.Write7BitEncodedInt64(session.ActiveAt.ToUnixTimeSeconds());
            writer.Write(session.User.UserId);
            writer.Write(session.User.IdentityId ?? "");
            writer.Write(session.User.Name);
            writer.Write(session.User.Email ?? "");
            writer.Write(session.User.PictureUrl ?? "");
            TokenSetCodec.Write(writer, session.Tokens);
        }

        return stream.ToArray();
    }

    /// <summary>Null when the bytes are no session, or one of another version.</summary>
    public static Session? Decode(byte[] data)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(data, writable: false), Encoding.UTF8);
            return reader.ReadByte() == Version ? Read(reader) : null;
        }
        catch (Exception notOurs) when (notOurs is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static Session? Read(BinaryReader reader)
    {
        if (!SessionId.TryParseSeed(reader.ReadString(), out var id))
            return null;
        var started = DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64());
        var active = DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64());
        var user = new SignedInUser(
            reader.ReadString(),
            OrNull(reader.ReadString()),
            reader.ReadString(),
            OrNull(reader.ReadString()),
            OrNull(reader.ReadString()));
        return TokenSetCodec.Read(reader) is { } tokens ? new Session(id, user, started, active, tokens) : null;
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
